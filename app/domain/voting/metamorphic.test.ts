import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { someElection, spentBy } from '../../../tests/support/voting';
import { cents } from '../money/cents';
import { type Ballot, election, type Election, mergeBallots } from './election';
import { compareFractions, fraction, times } from './fraction';
import { type Outcome, type Rule, tally } from './tally';

const rules: [string, Rule][] = [
  ['greedy', { method: 'greedy', ranking: 'votes' }],
  ['greedy by euro', { method: 'greedy', ranking: 'votes-per-euro' }],
  ['shares', { method: 'shares', utility: 'cost', completion: true }],
  ['shares by number', { method: 'shares', utility: 'cardinality', completion: true }],
  ['Add1', { method: 'shares', utility: 'cost', step: cents(2n), completion: true }],
  ['Add1 by number', { method: 'shares', utility: 'cardinality', step: cents(2n), completion: true }],
  ['Add1 onward', { method: 'shares', utility: 'cost', step: cents(5n), onward: true, completion: true }],
  [
    'Add1, compared',
    { method: 'shares', utility: 'cost', step: cents(2n), completion: true, comparison: 'cost' },
  ],
];

const runs = { numRuns: 150, seed: 2011 };

/** What must stay the same: who won and in which order, the raises, and how ties were settled. */
function told({ race: { election: counted }, ...outcome }: Outcome) {
  const ids = (places: readonly number[]) => places.map((place) => counted.projects[place]?.id);
  const { steps, stop, tiesMet, comparison } = outcome;
  return {
    selected: ids(outcome.selected),
    completed: ids(outcome.completed),
    winners: ids(outcome.winners),
    ties: outcome.ties.map((tie) => ({ ...tie, projects: ids(tie.projects) })),
    ...{ steps, stop, tiesMet, comparison },
  };
}

/** The lot of an election, as the ids in drawn order. */
const drawn = ({ lot, projects }: Election) => lot.map((place) => projects[place]?.id ?? '');

describe.each(rules)('%s', (_, rule) => {
  test('does not depend on the order of ballots, nor on the order of choices on a ballot', () => {
    const turned = ({ voters, choices, scores }: Ballot): Ballot => ({
      voters,
      choices: [...choices].reverse(),
      scores: [...scores].reverse(),
    });
    fc.assert(
      fc.property(someElection(), fc.infiniteStream(fc.nat()), (cast, chance) => {
        const shuffled = cast.ballots
          .map((ballot) => ({ ballot: turned(ballot), turn: chance.next().value }))
          .sort((a, b) => a.turn - b.turn)
          .map(({ ballot }) => ballot);
        expect(told(tally({ ...cast, ballots: shuffled }, rule))).toEqual(told(tally(cast, rule)));
      }),
      runs,
    );
  });

  test('counts a ballot of three voters as three ballots, and equal ballots as one', () => {
    fc.assert(
      fc.property(someElection(), (cast) => {
        const apart = cast.ballots.flatMap((ballot) =>
          Array.from({ length: ballot.voters }, () => ({ ...ballot, voters: 1 })),
        );
        const outcome = told(tally(cast, rule));
        expect(told(tally({ ...cast, ballots: apart }, rule))).toEqual(outcome);
        expect(told(tally({ ...cast, ballots: mergeBallots(cast.ballots).merged }, rule))).toEqual(outcome);
      }),
      runs,
    );
  });

  test('does not depend on names, nor on the order of projects, when the lot goes along', () => {
    fc.assert(
      fc.property(someElection(), (cast) => {
        const last = cast.projects.length - 1;
        const rename = (id: string) => `z${99 - Number(id.slice(1))}`;
        const renamed = election(
          {
            budget: cast.budget,
            projects: [...cast.projects].reverse().map(({ id, cost }) => ({ id: rename(id), cost })),
            ballots: cast.ballots.map((ballot) => ({
              ...ballot,
              choices: ballot.choices.map((choice) => last - choice),
            })),
          },
          1,
          drawn(cast).map(rename),
        );
        const before = told(tally(cast, rule));
        const after = told(tally(renamed, rule));
        expect(after.selected).toEqual(before.selected.map((id = '') => rename(id)));
        expect(after.winners).toEqual(before.winners.map((id = '') => rename(id)));
        expect(after.tiesMet).toEqual(before.tiesMet);
      }),
      runs,
    );
  });

  test('scales with money', () => {
    fc.assert(
      fc.property(someElection(), fc.integer({ min: 2, max: 10 ** 15 }), (cast, factor) => {
        const k = BigInt(factor);
        const rich = {
          ...cast,
          budget: cents(cast.budget * k),
          projects: cast.projects.map(({ id, cost }) => ({ id, cost: cents(cost * k) })),
        };
        const raised: Rule =
          rule.method === 'shares' && rule.step ? { ...rule, step: cents(rule.step * k) } : rule;
        const [poorer, richer] = [tally(cast, rule), tally(rich, raised)];
        expect(told(richer)).toEqual(told(poorer));
        cast.ballots.forEach((_, ballot) => {
          if (!poorer.shares || !richer.shares) return;
          const small = spentBy(poorer.race, poorer.shares, ballot);
          const large = spentBy(richer.race, richer.shares, ballot);
          expect(large.left).toEqual(times(small.left, fraction(k)));
          expect(large.paid.map(({ amount }) => amount)).toEqual(
            small.paid.map(({ amount }) => times(amount, fraction(k))),
          );
        });
      }),
      runs,
    );
  });

  test('a budget that is spent twice, by twice the people, buys the same for each', () => {
    fc.assert(
      fc.property(someElection(), (cast) => {
        if (rule.method === 'greedy' || rule.step) return;
        const twice = {
          ...cast,
          budget: cents(cast.budget * 2n),
          projects: cast.projects.map(({ id, cost }) => ({ id, cost: cents(cost * 2n) })),
          ballots: cast.ballots.map((ballot) => ({ ...ballot, voters: ballot.voters * 2 })),
        };
        expect(told(tally(twice, rule)).selected).toEqual(told(tally(cast, rule)).selected);
      }),
      runs,
    );
  });
});

describe('what voting.md §7 promises of equal shares without raises', () => {
  test.each(['cost', 'cardinality'] as const)('more support keeps a winner (%s)', (utility) => {
    const rule: Rule = { method: 'shares', utility, completion: false };
    fc.assert(
      fc.property(someElection(), (cast) => {
        const [winner] = tally(cast, rule).selected;
        const other = cast.ballots.findIndex(
          ({ choices }) => winner !== undefined && !choices.includes(winner),
        );
        if (winner === undefined || other < 0) return;
        const ballots = cast.ballots.map((ballot, place) =>
          place === other
            ? { ...ballot, choices: [...ballot.choices, winner], scores: [...ballot.scores, 1] }
            : ballot,
        );
        expect(tally({ ...cast, ballots }, rule).selected).toContain(winner);
      }),
      runs,
    );
  });

  test.each(['cost', 'cardinality'] as const)('removing a loser changes nothing (%s)', (utility) => {
    const rule: Rule = { method: 'shares', utility, completion: false };
    fc.assert(
      fc.property(someElection(), (cast) => {
        const { selected } = tally(cast, rule);
        const loser = cast.projects.findIndex((_, place) => !selected.includes(place));
        if (loser < 0) return;
        const ballots = cast.ballots.map((ballot) => ({
          ...ballot,
          choices: ballot.choices.filter((choice) => choice !== loser),
          scores: ballot.scores.filter((_, index) => ballot.choices[index] !== loser),
        }));
        expect(tally({ ...cast, ballots }, rule).selected).toEqual(selected);
      }),
      runs,
    );
  });

  test('prices by worth never fall, and nobody pays more than the endowment', () => {
    fc.assert(
      fc.property(someElection(), (cast) => {
        const { race, shares } = tally(cast, { method: 'shares', utility: 'cost', completion: false });
        if (!shares) throw new Error('equal shares did not count');
        const prices = shares.purses.paid.map((project, round) =>
          times(shares.purses.paymentOf(round), fraction(1n, race.costs[project])),
        );
        prices.forEach((price, round) => {
          expect(compareFractions(prices[round - 1] ?? price, price)).toBeLessThanOrEqual(0);
        });
        cast.ballots.forEach((_, ballot) => {
          const { left, paid } = spentBy(race, shares, ballot);
          expect(left.top >= 0n && paid.every(({ amount }) => amount.top >= 0n)).toBe(true);
        });
      }),
      runs,
    );
  });
});
