import { describe, expect, test } from 'vitest';
import { cents } from '../money/cents';
import { accounts } from './accounts';
import {
  assertBalanced,
  credit,
  debit,
  joined,
  type Leg,
  opposite,
  type Share,
  sideOf,
  totalOf,
} from './posting';

const available = accounts.available({ areaId: 'a', year: 2026 });
const reserved = accounts.reserved({ areaId: 'a', year: 2026 }, 'i');
const leg = (cents_: number, sourceId = 'wmo', account = available): Leg => ({
  account,
  cents: cents(cents_),
  sourceId,
});

function refusalOf(legs: Leg[]) {
  try {
    assertBalanced(legs);
  } catch (error) {
    return error;
  }
  return null;
}

describe('sides', () => {
  test('debit is positive, credit negative', () => {
    const share = { sourceId: 'wmo', cents: cents(5) };
    expect(debit(available, share)).toEqual({ account: available, sourceId: 'wmo', cents: 5n });
    expect(credit(reserved, share)).toEqual({ account: reserved, sourceId: 'wmo', cents: -5n });
  });

  test('a leg stands on the side on which it was booked', () => {
    const share = { sourceId: 'wmo', cents: cents(1) };
    expect(sideOf(debit(available, share))).toBe('debit');
    expect(sideOf(credit(available, share))).toBe('credit');
  });

  test('the opposite swaps the side and keeps account and source', () => {
    expect(opposite(leg(5))).toEqual(leg(-5));
    expect(opposite(opposite(leg(5)))).toEqual(leg(5));
  });
});

describe('shares', () => {
  const shares = (...rows: [string, number][]): Share[] =>
    rows.map(([sourceId, amount]) => ({ sourceId, cents: cents(amount) }));

  test('together are their sum', () => {
    expect(totalOf(shares(['wmo', 5], ['jeugd', 3], ['wmo', 1]))).toBe(9n);
    expect(totalOf([])).toBe(0n);
  });

  test('of two lists become one: each source once, where it first stood, and none without money', () => {
    const first = shares(['wmo', 5], ['leef', 0], ['corp', 0]);
    const second = shares(['jeugd', 3], ['wmo', 2], ['corp', 1]);
    expect(joined(first, second)).toEqual(shares(['wmo', 7], ['corp', 1], ['jeugd', 3]));
    expect(joined([], [])).toEqual([]);
  });
});

describe('assertBalanced', () => {
  test('passes an entry that balances per source', () => {
    expect(refusalOf([leg(5), leg(-5, 'wmo', reserved)])).toBeNull();
    expect(refusalOf([leg(5), leg(3, 'jeugd'), leg(-3, 'jeugd', reserved), leg(-4), leg(-1)])).toBeNull();
  });

  test('refuses an entry without legs', () => {
    expect(refusalOf([])).toMatchObject({ code: 'entryUnbalanced', detail: { legs: 0 } });
  });

  test('refuses a leg of zero, also in an entry that balances', () => {
    expect(refusalOf([leg(5), leg(-5), leg(0, 'wmo', reserved)])).toMatchObject({
      code: 'entryUnbalanced',
      detail: { zeroOn: reserved.code },
    });
  });

  test('refuses an entry of which debit and credit differ', () => {
    const over = (cents_: bigint) => ({
      code: 'entryUnbalanced',
      detail: { sourceId: 'wmo', over: cents_ },
    });
    expect(refusalOf([leg(5), leg(-4)])).toMatchObject(over(1n));
    expect(refusalOf([leg(-5)])).toMatchObject(over(-5n));
  });

  test('refuses money that changes source, though the entry as a whole balances', () => {
    expect(refusalOf([leg(5, 'wmo'), leg(-5, 'jeugd', reserved)])).toMatchObject({
      code: 'entryUnbalanced',
      detail: { sourceId: 'wmo', over: 5n },
    });
  });
});
