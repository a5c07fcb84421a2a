import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sharedFile } from '../../../tests/support/shared';
import { cents } from '../money/cents';
import { attribute } from './attribution';

type Step = { bedrag: number; toe: number[]; cumulatief: number[] };

type Golden = {
  E1_pool_reserveringen: { gewichten: number[]; stappen: Step[] };
  E2_100x1cent: { gewichten: number[]; cumulatief: number[] };
  E2b_alabama: { gewichten: number[]; stappen: Step[] };
  E4_verlening_4000_00: { reservering: number[]; 'stappen(voorschot,nabetaling,vrijval)': Step[] };
};

/** Attributes the amounts one after another; what each step gave, as plain numbers. */
function play(weights: readonly number[], amounts: readonly number[]): number[][] {
  const attributed = weights.map(() => 0);
  return amounts.map((amount) => {
    const given = attribute(cents(amount), standings(weights, attributed)).map((share) =>
      Number(share.cents),
    );
    given.forEach((part, index) => (attributed[index] = (attributed[index] ?? 0) + part));
    return given;
  });
}

function standings(weights: readonly number[], attributed: readonly number[]) {
  return weights.map((weight, index) => ({
    sourceId: `s${index}`,
    weight: cents(weight),
    attributed: cents(attributed[index] ?? 0),
  }));
}

function totals(steps: number[][]): number[] {
  return steps.reduce((before, step) => before.map((part, index) => part + (step[index] ?? 0)));
}

describe('worked examples of domain.md §5.6', () => {
  test('E1: Wmo, Jeugd and Leefbaarheid carry four reservations', () => {
    const steps = play([1500000, 1000000, 833333], [100000, 249999, 1, 750050]);
    expect(steps).toEqual([
      [45000, 30000, 25000],
      [112499, 75000, 62500],
      [1, 0, 0],
      [337523, 225015, 187512],
    ]);
    expect(totals(steps)).toEqual([495023, 330015, 275012]);
  });

  test('E2: a hundred payments of one cent do not all fall on one source', () => {
    expect(totals(play([3334, 3333, 3333], Array<number>(100).fill(1)))).toEqual([34, 33, 33]);
  });

  test('E2b: no source gives a cent back (Alabama paradox)', () => {
    expect(play([6, 6, 2], [10, 1])).toEqual([
      [4, 4, 2],
      [1, 0, 0],
    ]);
  });

  test('E4: advance, final payment and freed rest of a grant close exactly', () => {
    expect(play([1500000, 1000000, 500000], [400000])).toEqual([[200000, 133333, 66667]]);
    const steps = play([200000, 133333, 66667], [200000, 161275, 38725]);
    expect(steps).toEqual([
      [100000, 66667, 33333],
      [80637, 53758, 26880],
      [19363, 12908, 6454],
    ]);
    expect(totals(steps)).toEqual([200000, 133333, 66667]);
  });
});

const file = sharedFile('golden/worked-examples.json');

describe.skipIf(!file)('the shared golden file (skipped where ../shared is absent)', () => {
  const golden = (): Golden => JSON.parse(readFileSync(file ?? '', 'utf8'));

  function check(weights: number[], expected: Step[]) {
    const amounts = expected.map((step) => step.bedrag);
    const steps = play(weights, amounts);
    expect(steps).toEqual(expected.map((step) => step.toe));
    expected.forEach((step, index) => expect(totals(steps.slice(0, index + 1))).toEqual(step.cumulatief));
  }

  test('E1', () => {
    const { gewichten, stappen } = golden().E1_pool_reserveringen;
    check(gewichten, stappen);
  });

  test('E2', () => {
    const { gewichten, cumulatief } = golden().E2_100x1cent;
    expect(totals(play(gewichten, Array<number>(100).fill(1)))).toEqual(cumulatief);
  });

  test('E2b', () => {
    const { gewichten, stappen } = golden().E2b_alabama;
    check(gewichten, stappen);
  });

  test('E4', () => {
    const { reservering, 'stappen(voorschot,nabetaling,vrijval)': steps } = golden().E4_verlening_4000_00;
    check(reservering, steps);
  });
});

describe('edges', () => {
  test('keeps sources and their order, also those that give nothing', () => {
    const shares = attribute(cents(1), standings([0, 5], [0, 0]));
    expect(shares).toEqual([
      { sourceId: 's0', cents: 0n },
      { sourceId: 's1', cents: 1n },
    ]);
  });

  test('ties go to the larger weight, then to the first', () => {
    expect(play([1, 1], [1])).toEqual([[1, 0]]);
    expect(play([1, 3], [2])).toEqual([[0, 2]]);
  });

  test('takes a cent too many back from who lacks least, ties from the smaller weight, then the last', () => {
    // The first source is ahead of its part, so the floors of the others together exceed the amount.
    const ahead = (weights: number[], by: number, amount: number) =>
      attribute(cents(amount), standings(weights, [by])).map((share) => share.cents);
    expect(ahead([6, 4, 5], 4, 1)).toEqual([0n, 0n, 1n]);
    expect(ahead([9, 3, 6], 4, 2)).toEqual([0n, 0n, 2n]);
    expect(ahead([9, 6, 3], 4, 2)).toEqual([0n, 2n, 0n]);
    expect(ahead([4, 4, 4], 4, 1)).toEqual([0n, 1n, 0n]);
  });

  test('a source that is millions ahead costs no more work than one that is a cent ahead', () => {
    const much = 10 ** 8;
    const ahead = attribute(cents(7), standings([much, much, much], [much, 0, 0]));
    expect(ahead.map((share) => share.cents)).toEqual([0n, 4n, 3n]);
    const small = attribute(cents(7), standings([much, 10, much], [much, 0, 0]));
    expect(small.map((share) => share.cents)).toEqual([0n, 0n, 7n]);
  });

  test('zero cents are nobody’s, also without sources or money', () => {
    expect(play([5, 5], [0])).toEqual([[0, 0]]);
    expect(play([0], [0])).toEqual([[0]]);
    expect(attribute(cents(0), [])).toEqual([]);
  });

  test('refuses more than is left', () => {
    const code = 'poolInsufficient';
    expect(() => attribute(cents(1), [])).toThrow(expect.objectContaining({ code }));
    expect(() => attribute(cents(8), standings([5, 5], [2, 1]))).toThrow(
      expect.objectContaining({ code, detail: { amount: 8n, left: 7n } }),
    );
    expect(attribute(cents(7), standings([5, 5], [2, 1])).map((share) => share.cents)).toEqual([3n, 4n]);
  });

  test('refuses a negative amount, and standings that cannot be', () => {
    expect(() => attribute(cents(-1), standings([5], [0]))).toThrow(
      expect.objectContaining({ code: 'amountInvalid' }),
    );
    const impossible = new RangeError(
      'attribute: a source has more attributed than its weight, or less than nothing',
    );
    expect(() => attribute(cents(0), standings([5], [6]))).toThrow(impossible);
    expect(() => attribute(cents(0), standings([5], [-1]))).toThrow(impossible);
    expect(() => attribute(cents(0), standings([-5], [0]))).toThrow(impossible);
  });
});

describe('over any history', () => {
  const cut = fc.double({ min: 0, max: 1, noNaN: true });
  const history = fc.record({
    weights: fc
      .array(fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 10_000_000 })), {
        minLength: 1,
        maxLength: 7,
      })
      .filter((weights) => weights.some((weight) => weight > 0)),
    cuts: fc.array(fc.oneof(cut, fc.constant(0)), { maxLength: 25 }),
  });

  test('sums are exact, parts never negative or above the weight, drift ≤ 1.07 cent, and the end is exact', () => {
    fc.assert(
      fc.property(history, ({ weights, cuts }) => {
        const whole = weights.reduce((a, b) => a + b, 0);
        let left = whole;
        // A cut of 0 stands for one cent, the smallest step and the hardest to share.
        const amounts = cuts.map((part) => {
          const amount = Math.min(left, Math.max(1, Math.floor(part * left)));
          left -= amount;
          return amount;
        });
        const steps = play(weights, [...amounts, left]);
        steps.forEach((step, index) => {
          expect(step.reduce((a, b) => a + b, 0)).toBe(amounts[index] ?? left);
          const soFar = totals(steps.slice(0, index + 1));
          const used = soFar.reduce((a, b) => a + b, 0);
          soFar.forEach((part, source) => {
            const weight = weights[source] ?? 0;
            expect(step[source]).toBeGreaterThanOrEqual(0);
            expect(part).toBeLessThanOrEqual(weight);
            expect(Math.abs(part - (used * weight) / whole)).toBeLessThanOrEqual(1.07);
          });
        });
        expect(totals(steps)).toEqual(weights);
      }),
      { numRuns: 1000 },
    );
  });

  test('with sources unevenly used, it is what giving and taking cent by cent comes to', () => {
    const source = fc.tuple(fc.nat(30), fc.nat(30)).map(([weight, used]) => [weight, Math.min(weight, used)]);
    fc.assert(
      fc.property(fc.array(source, { minLength: 1, maxLength: 5 }), fc.nat(1000), (sources, part) => {
        const weights = sources.map(([weight = 0]) => weight);
        const used = sources.map(([, attributed = 0]) => attributed);
        const left = weights.reduce((a, b) => a + b) - used.reduce((a, b) => a + b);
        const amount = Math.floor((left * part) / 1000);
        const shares = attribute(cents(amount), standings(weights, used));
        expect(shares.map((share) => Number(share.cents))).toEqual(centByCent(amount, weights, used));
      }),
      { numRuns: 2000 },
    );
  });
});

/** Largest deficit as domain.md §5.5 words it, one cent at a time. */
function centByCent(amount: number, weights: number[], used: number[]): number[] {
  const whole = weights.reduce((a, b) => a + b);
  const target = used.reduce((a, b) => a + b) + amount;
  const deficits = weights.map((weight, index) => target * weight - (used[index] ?? 0) * whole);
  const given = deficits.map((deficit) => Math.max(0, Math.floor(deficit / (whole || 1))));
  const lack = (index: number) => (deficits[index] ?? 0) - (given[index] ?? 0) * whole;
  const largestFirst = () =>
    [...given.keys()].sort((a, b) => lack(b) - lack(a) || (weights[b] ?? 0) - (weights[a] ?? 0) || a - b);
  const give = (index: number, by: number) => (given[index] = (given[index] ?? 0) + by);
  const sum = () => given.reduce((a, b) => a + b);
  while (sum() < amount) give(largestFirst()[0] ?? 0, 1);
  while (sum() > amount) give(largestFirst().findLast((index) => (given[index] ?? 0) > 0) ?? 0, -1);
  return given;
}
