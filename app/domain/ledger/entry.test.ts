import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cents } from '../money/cents';
import { byEntry, movedBy } from './entry';

describe('entries', () => {
  test('are told apart by their number, in the order of their lines', () => {
    const lines = [5n, 5n, 3n, 4n].map((entryId, line) => ({ entryId, line }));
    expect(byEntry(lines).map(({ first, lines: own }) => [first.line, own.length])).toEqual([
      [0, 2],
      [2, 1],
      [3, 1],
    ]);
    expect(byEntry([])).toEqual([]);
  });

  test('moved as much as the larger of their sides', () => {
    const moved = (...amounts: number[]) => movedBy(amounts.map((amount) => ({ cents: cents(amount) })));
    expect(moved(-60, -40)).toBe(100n);
    expect(moved(70)).toBe(70n);
    expect(moved(60, 40, -100)).toBe(100n);
    expect(moved()).toBe(0n);
  });

  test('keep every line, in order, whatever their numbers', () => {
    const lines = fc.array(fc.record({ entryId: fc.bigInt(1n, 5n), line: fc.nat() }));
    fc.assert(
      fc.property(lines, (all) => {
        const groups = byEntry(all);
        expect(groups.flatMap((group) => group.lines)).toEqual(all);
        for (const { first, lines: own } of groups) {
          expect(own[0]).toBe(first);
          expect(new Set(own.map(({ entryId }) => entryId)).size).toBe(1);
        }
      }),
    );
  });

  test('that balance moved as much on one side as on the other', () => {
    const amounts = fc.array(fc.bigInt(1n, 10n ** 12n), { minLength: 1 });
    fc.assert(
      fc.property(amounts, (debits) => {
        const total = debits.reduce((sum, each) => sum + each);
        const legs = [...debits, -total].map((each) => ({ cents: cents(each) }));
        expect(movedBy(legs)).toBe(total);
        expect(movedBy(legs.slice(0, -1))).toBe(total);
        expect(movedBy(legs.slice(-1))).toBe(total);
      }),
    );
  });
});
