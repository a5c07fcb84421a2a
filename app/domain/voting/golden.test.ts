import { describe, expect, test } from 'vitest';
import { compareOutcomes } from './comparison';
import { ejrViolations } from './ejr';
import { type Election, votesOf } from './election';
import { fraction, fractionText } from './fraction';
import { greedy } from './greedy';
import { electionOf, type Mode, modes } from './modes';
import { type PabulibFile } from './round-file';
import { readPabulib } from '../../formats/pabulib/read';
import { writePabulib } from '../../formats/pabulib/write';
import { raceOf } from './race';
import { roundsOf } from './reasons';
import { report } from './report';
import { type RuleName, ruleNames, ruleOf, usualStep } from './rule-names';
import { type Outcome, tally } from './tally';
import {
  electionBytes,
  type Expected,
  type ExpectedRun,
  expectedOf,
  goldenNames,
} from '../../../tests/support/pabulib';

/** Raises of these files count for seconds each; they are counted with PROOF=full, without raises always. */
const heavy = [
  'France_Toulouse_2022',
  'Hungary_Budapest_2024',
  'Poland_Krakow_2024',
  'Poland_Lodz_2022',
  'Poland_Warszawa_2020_Praga-Poludnie',
  'Poland_Warszawa_2026',
  'Poland_Wroclaw_2015_150_-_500',
  'Poland_Wroclaw_2017',
];
const full = process.env.PROOF === 'full';

// A suite without tests would be an error where the folder is absent.
const names = goldenNames().length > 0 ? goldenNames() : ['absent'];

/** An outcome as it is reported, as far as the expected one tells of it. */
function told(outcome: Outcome, rule: RuleName, mode: Mode, wanted: ExpectedRun) {
  const { tiesMet, ...own } = report(outcome, { rule, mode });
  const all = { ...own, ...(own.stop ? { idTies: tiesMet.lot, otherTies: tiesMet.other } : {}) };
  return Object.fromEntries(Object.entries(all).filter(([key]) => counted.includes(key) && key in wanted));
}

const counted = [
  'selected',
  'total',
  'completed',
  'completedTotal',
  'endowment',
  'steps',
  'stop',
  'idTies',
  'otherTies',
];

function expectedPart(wanted: ExpectedRun, told: object) {
  return Object.fromEntries(Object.entries(wanted).filter(([key]) => counted.includes(key) && key in told));
}

/** The exact payments and effective votes of each round, where the expected outcome has them. */
function expectRounds(outcome: Outcome, { rounds }: ExpectedRun) {
  if (!outcome.shares || !rounds) return;
  const own = roundsOf(outcome.race, outcome.shares);
  expect(own.map(({ project }) => outcome.race.election.projects[project]?.id)).toEqual(
    rounds.map(({ id }) => id),
  );
  rounds.forEach(({ payment, effectiveVotes, tied }, round) => {
    const { payment: paid, effectiveVotes: votes } = own[round] ?? expect.fail();
    if (payment) expect(fractionText(fraction(paid.top, paid.over * 100n))).toBe(payment);
    const about = Number((votes.top * 10n ** 9n) / votes.over) / 1e9;
    expect(Math.abs(about - effectiveVotes)).toBeLessThan(1e-4 + effectiveVotes * 1e-9);
    expect(outcome.ties.find((tie) => tie.round === round)?.projects.length ?? 1).toBe(tied);
  });
}

function expectFile(file: PabulibFile, expected: Expected) {
  expect(Number(file.budget) / 100).toBe(Number(expected.budget));
  expect([file.projects.length, file.votes.length]).toEqual([expected.numProjects, expected.numVotes]);
  const odd = file.repeats.map(
    ({ voter, project }) => `voter ${voter}: project ${project} twice in one ballot`,
  );
  expect(odd).toEqual(expected.warnings);
}

function votesIn(election: Election): Record<string, number> {
  const votes = votesOf(election).map((sum) => sum / election.scoreScale);
  return Object.fromEntries(election.projects.map(({ id }, place) => [id, votes[place] ?? 0]));
}

/** The expected outcomes speak of the compute tool's variant of Add1; its two outcomes are given, we only count. */
function expectComparison(file: PabulibFile, { runs, comparison }: Expected) {
  const race = raceOf(electionOf(file, 'approval'));
  const places = (ids: readonly string[] = []) =>
    ids.map((id) => race.election.projects.findIndex((project) => project.id === id));
  const shares = places(runs['approval/mes-cost-add1-tool']?.completed);
  const byVotes = greedy(race).selected;
  for (const measure of ['count', 'cost', 'any'] as const) {
    const { shares: ours, greedy: theirs } = compareOutcomes(race, measure, shares, byVotes);
    expect([measure, ours, theirs]).toEqual([measure, ...comparison[measure]]);
  }
}

/** Who can claim more by EJR+: by its own measure nobody may where equal shares counted; greedy's claims are known. */
function expectClaims({ race, selected, rule }: Outcome, wanted: ExpectedRun) {
  const utility = rule.method === 'shares' ? rule.utility : 'cost';
  const claims = rule.method === 'shares' ? [] : wanted.ejrPlusViolationsCost;
  const found = ejrViolations(race, utility, selected).map((place) => race.election.projects[place]?.id);
  expect(found.sort()).toEqual([...(claims ?? found)].sort());
}

describe.skipIf(names[0] === 'absent')('expected outcomes (skipped where ../shared/golden is absent)', () => {
  test.each(names)('%s', { timeout: 240_000 }, (name) => {
    const expected = expectedOf(name);
    const file = readPabulib(electionBytes(name));
    expectFile(file, expected);
    for (const mode of modes) {
      const runs = Object.entries(expected.runs).filter(([key]) => key.startsWith(`${mode}/`));
      if (runs.length === 0) continue;
      const election = electionOf(file, mode);
      expect(votesIn(election)).toEqual(expected.votes[mode]);
      for (const [key, wanted] of runs) {
        const rule = ruleNames.find((known) => key === `${mode}/${known}`);
        if (!rule || (rule.endsWith('add1') && heavy.includes(name) && !full)) continue;
        const outcome = tally(election, ruleOf(rule, usualStep(file.meta.get('currency'))));
        const own = told(outcome, rule, mode, wanted);
        expect({ key, ...own }).toEqual({ key, ...expectedPart(wanted, own) });
        expectRounds(outcome, wanted);
        expectClaims(outcome, wanted);
      }
    }
    expectComparison(file, expected);
  });

  test.each(names.filter((name) => full || !heavy.includes(name)))(
    '%s reads back as it was written',
    (name) => {
      const file = readPabulib(electionBytes(name));
      const again = readPabulib(new TextEncoder().encode(writePabulib(file)));
      expect(again.meta).toEqual(file.meta);
      expect(again.projects).toEqual(file.projects);
      const lines = ({ votes }: PabulibFile) => votes.map(({ cells }) => cells.join(';')).join('\n');
      expect(lines(again)).toBe(lines(file));
    },
  );
});
