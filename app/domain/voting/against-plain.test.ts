import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainGreedy, plainTally } from '../../../tests/support/plain-count';
import { someElection, spentBy } from '../../../tests/support/voting';
import { cents } from '../money/cents';
import { fraction, fractionText } from './fraction';
import { type Rule, tally } from './tally';

const utilities = ['cost', 'cardinality'] as const;
const steps = [undefined, 1n, 7n];
const cases = utilities.flatMap((utility) => steps.map((step) => [utility, step] as const));

/** 500 elections, each by one of six rules in turn, and 500 by each greedy. The seed is fixed: red stays red. */
const runs = { numRuns: 500, seed: 2302 };

describe('500 random elections come out as straight from the definition', () => {
  test.each(cases)('equal shares by %s, raised by %s', (utility, step) => {
    const rule: Rule = {
      method: 'shares',
      utility,
      completion: true,
      ...(step === undefined ? {} : { step: cents(step) }),
    };
    fc.assert(
      fc.property(someElection(), (election) => {
        const outcome = tally(election, rule);
        const plain = plainTally(election, utility === 'cost', step);
        const endowment = outcome.shares && fractionText(outcome.shares.endowment);
        expect({ ...outcome, endowment }).toMatchObject({
          selected: plain.selected,
          completed: plain.completed,
          endowment: plain.endowment,
          steps: plain.steps,
        });
      }),
      runs,
    );
  });

  test.each(utilities)('what every voter has left, by %s', (utility) => {
    fc.assert(
      fc.property(someElection(), (election) => {
        const { race, shares } = tally(election, { method: 'shares', utility, completion: false });
        const left = election.ballots.flatMap(({ voters }, ballot) =>
          Array.from({ length: voters }, () => shares && spentBy(race, shares, ballot).left),
        );
        const plain = plainTally(election, utility === 'cost').left.map((text) => {
          const [top = '', over = ''] = text.split('/');
          return fraction(BigInt(top), BigInt(over));
        });
        expect(left).toEqual(plain);
      }),
      runs,
    );
  });

  test.each([
    ['votes', false],
    ['votes-per-euro', true],
  ] as const)('greedy by %s', (ranking, perEuro) => {
    fc.assert(
      fc.property(someElection(), (election) => {
        expect(tally(election, { method: 'greedy', ranking }).selected).toEqual(
          plainGreedy(election, perEuro),
        );
      }),
      runs,
    );
  });

  test.each(utilities)('raised onward by %s, though nothing fits any more', (utility) => {
    const rule: Rule = { method: 'shares', utility, step: cents(5n), onward: true, completion: true };
    let otherwise = 0;
    fc.assert(
      fc.property(someElection(), (election) => {
        const outcome = tally(election, rule);
        const plain = plainTally(election, utility === 'cost', 5n, true);
        expect([outcome.selected, outcome.completed]).toEqual([plain.selected, plain.completed]);
        expect(outcome.steps).toBe(plain.steps);
        otherwise += plainTally(election, utility === 'cost', 5n).steps < plain.steps ? 1 : 0;
      }),
      runs,
    );
    expect(otherwise).toBeGreaterThan(20);
  });

  test('also with many points and long ballots', () => {
    fc.assert(
      fc.property(someElection({ projects: 9, ballots: 14, score: 1000 }), (election) => {
        const outcome = tally(election, {
          method: 'shares',
          utility: 'cost',
          step: cents(3n),
          completion: true,
        });
        const plain = plainTally(election, true, 3n);
        expect(outcome.completed).toEqual(plain.completed);
        expect(outcome.steps).toBe(plain.steps);
      }),
      { numRuns: 100, seed: 2302 },
    );
  });
});
