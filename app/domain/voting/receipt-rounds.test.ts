import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { someElection, spentBy } from '../../../tests/support/voting';
import { cents } from '../money/cents';
import { type Election } from './election';
import { fraction, nothing, plus, times } from './fraction';
import { type Choice, receiptOf } from './receipt';
import { explainedReport } from './report';
import { type RuleName, ruleNames, ruleOf } from './rule-names';
import { tally } from './tally';

const byShares = ruleNames.filter((name) => name.startsWith('mes'));
const hundredth = fraction(1n, 100n);

function count(cast: Election, rule: RuleName) {
  const outcome = tally(cast, ruleOf(rule, cents(3n)));
  return { outcome, report: explainedReport(outcome, { rule, mode: 'points' }) };
}

/** The choices of each ballot as a voter knows them: by id, in points. */
function choicesIn({ ballots, projects, scoreScale }: Election): Choice[][] {
  return ballots.map(({ choices, scores }) =>
    choices.map((place, index) => ({
      id: projects[place]?.id ?? '',
      score: fraction(BigInt(scores[index] ?? 0), BigInt(scoreScale)),
    })),
  );
}

/** Scores in tenths of a point too: what is published is by whole points. */
const cast = fc
  .tuple(someElection(), fc.constantFrom(1, 10))
  .map(([election, scoreScale]) => ({ ...election, scoreScale }));

describe.each(byShares)('where a share went by %s', (rule) => {
  test('is told by the published rounds as the purses have it, to the last part of a cent', () => {
    fc.assert(
      fc.property(cast, (election) => {
        const { outcome, report } = count(election, rule);
        const { race, shares } = outcome;
        choicesIn(election).forEach((choices, ballot) => {
          if (!shares) return expect.fail();
          const { endowment, paid, left } = spentBy(race, shares, ballot);
          expect(receiptOf(report, choices)).toEqual({
            endowment: times(endowment, hundredth),
            paid: paid
              .filter(({ amount }) => amount.top > 0n)
              .map(({ project, amount }) => ({
                id: election.projects[project]?.id,
                amount: times(amount, hundredth),
              })),
            left: times(left, hundredth),
          });
        });
      }),
      { numRuns: 150, seed: 1919 },
    );
  });

  test('pays the winners exactly, all voters together', () => {
    fc.assert(
      fc.property(cast, (election) => {
        const { outcome, report } = count(election, rule);
        const received = new Map(election.projects.map(({ id }) => [id, nothing]));
        choicesIn(election).forEach((choices, ballot) => {
          const voters = fraction(BigInt(election.ballots[ballot]?.voters ?? 0));
          for (const { id, amount } of receiptOf(report, choices)?.paid ?? expect.fail()) {
            received.set(id, plus(received.get(id) ?? expect.fail(), times(amount, voters)));
          }
        });
        const due = election.projects.map(({ id, cost }, place) => [
          id,
          outcome.selected.includes(place) ? fraction(cost, 100n) : nothing,
        ]);
        expect([...received]).toEqual(due);
      }),
      { numRuns: 150, seed: 1919 },
    );
  });
});
