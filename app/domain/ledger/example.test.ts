import { describe, expect, test } from 'vitest';
import { sum } from '../money/cents';
import { type AccountKind } from './accounts';
import { exampleEnd, exampleJournal, exampleKinds, exampleSources, linesOf } from './example';
import { entryKinds } from './kinds';
import { assertBalanced } from './posting';

const journal = exampleJournal();

/** Debit and credit of an entry in cents, as domain.md §5.6 writes them. */
function sidesOf(kind: (typeof exampleKinds)[number]) {
  const entry = journal.find((each) => each.kind === kind);
  const lines = entry ? linesOf(entry) : [];
  const on = (side: 'debit' | 'credit') =>
    Object.fromEntries(lines.filter((line) => line.side === side).map((line) => [line.account, line.total]));
  return { debit: on('debit'), credit: on('credit') };
}

describe('the worked example E4b', () => {
  test('has the entries of a grant from promise to claim, each balanced per source', () => {
    expect(journal.map(({ kind }) => kind)).toEqual([...exampleKinds]);
    for (const { legs } of journal) expect(() => assertBalanced(legs)).not.toThrow();
  });

  test('touches only the accounts that the table of kinds allows', () => {
    for (const entry of journal) {
      for (const { account, side } of linesOf(entry)) {
        const allowed: readonly AccountKind[] = entryKinds[entry.kind][side];
        expect(allowed, `${entry.kind} ${side}`).toContain(account);
      }
    }
  });

  test('is the journal of domain.md §5.6 to the cent', () => {
    expect(sidesOf('reservation')).toEqual({
      debit: { available: 400_000n },
      credit: { reserved: 400_000n },
    });
    expect(sidesOf('grant')).toEqual({ debit: { reserved: 400_000n }, credit: { committed: 400_000n } });
    expect(sidesOf('advance')).toEqual({ debit: { advance: 300_000n }, credit: { payable: 300_000n } });
    expect(sidesOf('paymentOrder')).toEqual({ debit: { payable: 300_000n }, credit: { underWay: 300_000n } });
    expect(sidesOf('payment')).toEqual({ debit: { underWay: 300_000n }, credit: { bank: 300_000n } });
    expect(sidesOf('settlement')).toEqual({
      debit: { cost: 261_275n, claim: 38_725n, committed: 400_000n },
      credit: { advance: 300_000n, income: 261_275n, available: 100_000n, blocked: 38_725n },
    });
    expect(sidesOf('clawback')).toEqual({
      debit: { bank: 38_725n, blocked: 38_725n },
      credit: { claim: 38_725n, available: 38_725n },
    });
  });

  test('gives each source the part of domain.md §5.6', () => {
    const settlement = journal.find(({ kind }) => kind === 'settlement');
    const parts = settlement ? linesOf(settlement) : [];
    const of = (account: AccountKind) =>
      parts.find((line) => line.account === account)?.shares.map((share) => share.cents);
    expect(of('claim')).toEqual([19_363n, 12_908n, 6_454n]);
    expect(of('available')).toEqual([50_000n, 33_333n, 16_667n]);
    expect(of('cost')).toEqual([130_637n, 87_092n, 43_546n]);
    expect(of('income')).toEqual(of('cost'));
  });

  test('ends with nothing on the accounts of the grant but what was spent', () => {
    const { on, budget } = exampleEnd();
    for (const kind of [
      'reserved',
      'committed',
      'blocked',
      'advance',
      'payable',
      'underWay',
      'claim',
    ] as const)
      expect(on.get(kind), kind).toBe(0n);
    expect(on.get('cost')).toBe(261_275n);
    expect(on.get('income')).toBe(261_275n);
    const promised = sum(exampleSources.map((source) => source.cents));
    expect(on.get('bank')).toBe(promised - 261_275n);
    expect(on.get('receivable')).toBe(0n);
    expect(budget).toEqual({
      budget: promised,
      left: promised - 261_275n,
      reserved: 0n,
      granted: 0n,
      paid: 261_275n,
      settled: 261_275n,
    });
  });
});
