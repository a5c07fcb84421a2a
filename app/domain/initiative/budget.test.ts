import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cents } from '../money/cents';
import { type Budget, budgetTotals, lineCents } from './budget';

const budget: Budget = {
  lines: [
    { description: 'Plantenbakken', quantity: 12, unitCents: cents(4_995) },
    { description: 'Aarde', quantity: 1, unitCents: cents(18_050) },
  ],
  ownCents: cents(10_000),
  otherCents: cents(2_990),
};

const line = (quantity: number, unit: number) => ({ description: 'x', quantity, unitCents: cents(unit) });

describe('totals', () => {
  it('sums lines and takes off own and other money, to the cent', () => {
    expect(budgetTotals(budget)).toEqual({
      totalCents: 77_990n,
      ownCents: 10_000n,
      otherCents: 2_990n,
      requestedCents: 65_000n,
    });
  });

  it('multiplies without rounding beyond what a number can hold', () => {
    expect(lineCents(line(9_007_199_254_740_991, 9_007_199_254_740_991))).toBe(9_007_199_254_740_991n ** 2n);
  });

  it('is all zero for an empty concept and may go below zero while it is unfinished', () => {
    const empty = { lines: [], ownCents: cents(0), otherCents: cents(0) };
    expect(budgetTotals(empty).requestedCents).toBe(0n);
    expect(budgetTotals({ ...empty, ownCents: cents(500) }).requestedCents).toBe(-500n);
  });

  it('keeps income equal to costs (§2.4)', () => {
    const amount = fc.bigInt(0n, 10n ** 12n).map(cents);
    const lines = fc.array(fc.record({ description: fc.string(), quantity: fc.nat(), unitCents: amount }));
    fc.assert(
      fc.property(lines, amount, amount, (rows, ownCents, otherCents) => {
        const totals = budgetTotals({ lines: rows, ownCents, otherCents });
        expect(totals.requestedCents + ownCents + otherCents).toBe(totals.totalCents);
      }),
    );
  });
});
