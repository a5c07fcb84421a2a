import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cents } from '../money/cents';
import { type AccountKind } from './accounts';
import { amountOf, byEntry, movedBy, shownEntries, shownPage } from './entry';
import { type EntryKind } from './kinds';

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

describe('the amount of an entry of example E4b', () => {
  const amount = (kind: EntryKind, posted: Partial<Record<AccountKind, number>>) =>
    amountOf(
      Object.entries(posted).map(([account, each]) => ({
        kind,
        account: account as AccountKind,
        cents: cents(each),
      })),
    );

  test('is what was granted, not what the reservation ended', () => {
    expect(amount('grant', { reserved: 500_000, committed: -400_000, available: -100_000 })).toBe(400_000n);
  });

  test('is what was settled, though the entry ends the whole grant', () => {
    const settled = { cost: 261_275, claim: 38_725, committed: 400_000, advance: -300_000 };
    const rest = { income: -261_275, available: -100_000, blocked: -38_725 };
    expect(amount('settlement', { ...settled, ...rest })).toBe(261_275n);
    expect(amount('settlement', { committed: 400_000, available: -400_000 })).toBe(0n);
  });

  test('counts what comes back, or never will, once', () => {
    const end = { blocked: 38_725, claim: -38_725 };
    expect(amount('clawback', { bank: 38_725, available: -38_725, ...end })).toBe(38_725n);
    expect(amount('writeOff', { cost: 38_725, income: -38_725, ...end })).toBe(38_725n);
  });

  test('is for every other kind what it moved', () => {
    expect(amount('payment', { underWay: 300_000, bank: -300_000 })).toBe(300_000n);
    expect(amount('pledge', { available: -700 })).toBe(700n);
    expect(amount('reversal', { claim: 700, cost: -700 })).toBe(700n);
  });
});

describe('a list of entries', () => {
  const line = (entryId: bigint, amount: number) => ({
    entryId,
    kind: 'payment' as const,
    account: amount > 0 ? ('underWay' as const) : ('bank' as const),
    cents: cents(amount),
  });
  const [first, second] = [line(7n, 300), line(7n, -300)];
  const many = Array.from({ length: 61 }, () => line(8n, -1));

  test('shows of each its lines and what it moved', () => {
    expect(shownEntries([first, second, line(8n, 40)])).toEqual([
      { first, lines: [first, second], amount: 300n, more: 0 },
      { first: line(8n, 40), lines: [line(8n, 40)], amount: 40n, more: 0 },
    ]);
    expect(shownEntries([])).toEqual([]);
  });

  test('shows sixty lines at most, says how many more there are, and counts them all', () => {
    const [shown] = shownEntries(many);
    expect(shown).toMatchObject({ amount: 61n, more: 1 });
    expect(shown?.lines).toEqual(many.slice(0, 60));
    expect(shownEntries(many.slice(1))).toMatchObject([{ amount: 60n, more: 0 }]);
  });

  test('stands on the page on which its lines stood', () => {
    const place = { page: 2, pages: 3, size: 50, total: 140 };
    const rows = [first, second];
    expect(shownPage({ ...place, rows })).toEqual({ ...place, rows: shownEntries(rows) });
  });
});
