import { describe, expect, test } from 'vitest';
import { type EdgeCase, edgeBytes, edgeCases } from '../../../tests/support/pabulib';
import { cents } from '~/domain/money/cents';
import { fraction, fractionText } from '~/domain/voting/fraction';
import { type Rule, tally } from '~/domain/voting/tally';
import { electionOf, modes, modesOf } from '~/domain/voting/modes';
import { PabulibError, type PabulibProblem } from './problem';
import { readPabulib } from './read';
import { writePabulib } from './write';

const { valid, invalid } = edgeCases();
const none = Object.keys(valid).length === 0;
const cases: [string, EdgeCase?][] = none ? [['absent']] : Object.entries(valid);
const refused: [string, { file: string }?][] = none ? [['absent']] : Object.entries(invalid);

const rules: Record<string, Rule> = {
  greedy: { method: 'greedy', ranking: 'votes' },
  'greedy-ratio': { method: 'greedy', ranking: 'votes-per-euro' },
  'mes-cost': { method: 'shares', utility: 'cost', completion: true },
  'mes-card': { method: 'shares', utility: 'cardinality', completion: true },
  'mes-cost-add1': { method: 'shares', utility: 'cost', completion: true, step: cents(100n) },
  'mes-card-add1': { method: 'shares', utility: 'cardinality', completion: true, step: cents(100n) },
};

const units = (minor: bigint) => fractionText(fraction(minor, 100n));
const read = (name: string) => readPabulib(edgeBytes(`${name}.pb`));

describe.skipIf(none)('hand-made cases (skipped where ../shared/data is absent)', () => {
  test('all of them are there', () => {
    expect([cases.length, refused.length]).toEqual([25, 13]);
  });

  test.each(cases)('%s is read as it was meant', (name, wanted) => {
    if (!wanted) return;
    const file = read(name);
    expect(modesOf(file)[0]).toBe(wanted.mode);
    expect(units(file.budget)).toBe(wanted.budget);
    expect(file.projects.map(({ id, cost }) => [id, units(cost)])).toEqual(wanted.projects);
    const election = electionOf(file);
    const ballots = file.votes.map(({ voter }, index) => {
      const { choices = [], scores = [] } = election.ballots[index] ?? {};
      const given = choices.map((choice, place) => [
        file.projects[choice]?.id,
        fractionText(fraction(BigInt(scores[place] ?? 0), BigInt(election.scoreScale))),
      ]);
      return [voter, given];
    });
    expect(ballots).toEqual(wanted.ballots);
  });

  test.each(cases)('%s comes out as expected by every rule', (name, wanted) => {
    const election = electionOf(read(name));
    const ids = (places: readonly number[]) => places.map((place) => election.projects[place]?.id);
    const known = Object.entries(wanted?.runs ?? {}).filter(([rule]) => rule in rules);
    expect(known.length).toBeGreaterThanOrEqual(4);
    for (const [key, run] of known) {
      const outcome = tally(election, rules[key] ?? expect.fail());
      const raised = run.endowment !== undefined && {
        endowment:
          outcome.shares &&
          fractionText(fraction(outcome.shares.endowment.top, outcome.shares.endowment.over * 100n)),
        steps: outcome.steps,
        stop: outcome.stop,
      };
      expect({
        key,
        selected: ids(outcome.selected),
        total: units(outcome.total),
        completed: ids(outcome.completed),
        completedTotal: units(outcome.completedTotal),
        ...raised,
      }).toEqual({ key, ...run });
    }
  });

  test.each(cases)('%s reads back as it was written', (name) => {
    const file = read(name);
    const again = readPabulib(new TextEncoder().encode(writePabulib(file)));
    expect({ ...again, repeats: [] }).toEqual({ ...file, repeats: [] });
  });
});

/** What is wrong, and the line and column where it is. */
const places: Record<string, [PabulibProblem, number, number, string]> = {
  'id-with-comma': ['idWithComma', 17, 2, '1,2'],
  'unknown-project': ['projectUnknown', 20, 5, '7'],
  'duplicate-project': ['projectRepeated', 18, 1, '1'],
  'duplicate-voter': ['voterRepeated', 21, 1, 'a'],
  'negative-cost': ['numberNegative', 17, 3, '-60'],
  'cost-not-a-number': ['numberInvalid', 17, 3, '12.000,50'],
  'missing-cost-column': ['columnMissing', 16, 1, 'cost'],
  'no-votes-section': ['sectionMissing', 8, 1, 'VOTES'],
  'no-budget': ['keyMissing', 4, 1, 'budget'],
  'points-length': ['pointsCount', 22, 7, '10'],
  'short-row': ['rowTooShort', 17, 5, ''],
  'unclosed-quote': ['quoteOpen', 17, 6, ''],
};

const elsewhere = 'not-utf8';

describe.skipIf(none)('cases that are refused (skipped where ../shared/data is absent)', () => {
  test.each(refused.filter(([name]) => name !== elsewhere))(
    '%s, with the place where it is',
    (name, wanted) => {
      const answer = refusal(edgeBytes(wanted?.file ?? ''));
      expect([answer.code, answer.place.line, answer.place.column, answer.value]).toEqual(places[name]);
    },
  );

  test('there is no case we do not expect', () => {
    expect(Object.keys(invalid).sort()).toEqual([...Object.keys(places), elsewhere].sort());
    const told = { code: 'fileUnreadable', detail: { line: 17, what: 'undecodable' } };
    expect(() => readPabulib(edgeBytes(invalid[elsewhere]?.file ?? ''))).toThrow(
      expect.objectContaining(told),
    );
    expect(modes).toEqual(['approval', 'points', 'rank']);
  });
});

function refusal(bytes: Uint8Array): PabulibError {
  try {
    readPabulib(bytes);
  } catch (error) {
    if (error instanceof PabulibError) return error;
    throw error;
  }
  return expect.fail('the file was read');
}
