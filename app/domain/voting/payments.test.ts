import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { someElection, vote } from '../../../tests/support/voting';
import { plainShares } from './add-one';
import { spendingOf } from './payments';
import { raceOf } from './race';

const runs = { numRuns: 200, seed: 7 };

/** Who paid what in each round, in units of the purses, and what was left. */
function spendings(cast: Parameters<typeof raceOf>[0], utility: 'cost' | 'cardinality' = 'cost') {
  const race = raceOf(cast);
  const shares = plainShares(race, utility);
  const each = [...race.people.voters].map((_, merged) => spendingOf(race, shares, merged));
  return { race, shares, each };
}

describe('what a voter paid', () => {
  const { shares, each } = spendings(
    vote({ budget: 90, costs: { a: 60, b: 30, c: 40 }, ballots: ['a', 'a b', 'c'] }),
  );

  test('is told round by round', () => {
    expect(each.map(({ payments }) => payments.map(({ project, round }) => [project, round]))).toEqual([
      ...[[[0, 0]], [[0, 0]], []],
    ]);
  });

  test('is all of a purse in the round that empties it, and nothing after', () => {
    expect(each[0]).toEqual({
      payments: [{ round: 0, project: 0, amount: shares.purses.endowment }],
      left: 0n,
    });
    expect(each[2]).toEqual({ payments: [], left: shares.purses.endowment });
  });

  test.each(['cost', 'cardinality'] as const)(
    'with what is left is what everybody began with, and pays every winner to the unit (%s)',
    (utility) => {
      fc.assert(
        fc.property(someElection(), (some) => {
          const { race, shares: counted, each: told } = spendings(some, utility);
          const { purses, selected } = counted;
          const paid = new Map<number, bigint>();
          told.forEach(({ payments, left }, merged) => {
            const spent = payments.reduce((sum, { amount }) => sum + amount, 0n);
            expect(spent + left).toBe(purses.endowment);
            expect(left >= 0n && payments.every(({ amount }) => amount >= 0n)).toBe(true);
            const voters = BigInt(race.people.voters[merged] ?? 0);
            for (const { project, amount } of payments)
              paid.set(project, (paid.get(project) ?? 0n) + amount * voters);
          });
          for (const project of selected)
            expect(paid.get(project) ?? 0n).toBe((race.costs[project] ?? 0n) * purses.denominator);
        }),
        runs,
      );
    },
  );

  test('comes in the order of the rounds, for winners of its own ballot alone', () => {
    fc.assert(
      fc.property(someElection(), (some) => {
        const { race, shares: counted, each: told } = spendings(some);
        const { ballotStart, ballotProject } = race.people;
        told.forEach(({ payments }, merged) => {
          const own = [...ballotProject.slice(ballotStart[merged], ballotStart[merged + 1])];
          const rounds = payments.map(({ round }) => round);
          expect(rounds).toEqual([...new Set(rounds)].sort((a, b) => a - b));
          for (const { project } of payments) {
            expect(own).toContain(project);
            expect(counted.selected).toContain(project);
          }
        });
      }),
      runs,
    );
  });
});
