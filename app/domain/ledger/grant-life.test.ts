import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  accountLines,
  amounts,
  e4Grant,
  plans,
  played,
  pool,
  shares,
  sharesOn,
  unused,
} from '../../../tests/support/grant-history';
import { cents } from '../money/cents';
import { type AccountKind, accountKinds, onNormalSide } from './accounts';
import { attribute } from './attribution';
import { balancesOf } from './balance';
import { assertBalanced, type Leg, type Share, totalOf } from './posting';
import {
  advanceLegs,
  grantLegs,
  paymentLegs,
  paymentOrderLegs,
  reservationLegs,
  reversalLegs,
} from './rules';
import { attributeClaim, clawbackLegs, settle, settlementLegs, unpaid, writeOffLegs } from './settlement';

describe('the whole journal of E4b (domain.md §5.6)', () => {
  const committed = shares(200000, 133333, 66667);
  const reserved = attribute(cents(400000), unused(shares(1500000, 1000000, 500000)));
  const advanced = attribute(cents(300000), unused(committed));
  const settled = settle(cents(261275), committed, advanced);
  const claimed = unused(settled.claimed);
  const ids = { pool, applicationId: 'a', grantId: 'g' };
  const journal = [
    reservationLegs(reserved, pool, 'a'),
    grantLegs({ reserved, granted: cents(400000), ...ids }),
    advanceLegs(advanced, pool, 'g'),
    paymentOrderLegs(advanced, pool, 'g'),
    paymentLegs(advanced, pool, 'g'),
    settlementLegs(e4Grant, settled, committed, advanced),
  ];
  const received = clawbackLegs(attributeClaim(cents(38725), claimed), e4Grant);

  test('line by line', () => {
    expect([...journal, received].map(accountLines)).toEqual([
      ['D pool:soes:2026:beschikbaar 4000.00', 'C pool:soes:2026:gereserveerd:a 4000.00'],
      ['D pool:soes:2026:gereserveerd:a 4000.00', 'C pool:soes:2026:verplicht:g 4000.00'],
      ['D voorschot:g 3000.00', 'C te_betalen:g 3000.00'],
      ['D te_betalen:g 3000.00', 'C onderweg:g 3000.00'],
      ['D onderweg:g 3000.00', 'C bank 3000.00'],
      [
        'D pool:soes:2026:verplicht:g 4000.00',
        'D terug_te_vorderen:g 387.25',
        'D lasten:6.1:g 2612.75',
        'C voorschot:g 3000.00',
        'C pool:soes:2026:beschikbaar 1000.00',
        'C pool:soes:2026:geblokkeerd:g 387.25',
        'C baten:wmo:g 1306.37',
        'C baten:jeugd:g 870.92',
        'C baten:leefbaarheid:g 435.46',
      ],
      [
        'D bank 387.25',
        'D pool:soes:2026:geblokkeerd:g 387.25',
        'C terug_te_vorderen:g 387.25',
        'C pool:soes:2026:beschikbaar 387.25',
      ],
    ]);
    for (const legs of [...journal, received]) assertBalanced(legs);
  });

  test('the settlement is 7,000.00 on each side', () => {
    const debit = journal.at(-1)?.filter((leg) => leg.cents > 0n) ?? [];
    expect(totalOf(debit)).toBe(700000n);
  });

  test('at the end all of the grant is zero, save that cost equals income', () => {
    expect(accountLines([...journal.flat(), ...received])).toEqual([
      'D pool:soes:2026:beschikbaar 2612.75',
      'D lasten:6.1:g 2612.75',
      'C bank 2612.75',
      'C baten:wmo:g 1306.37',
      'C baten:jeugd:g 870.92',
      'C baten:leefbaarheid:g 435.46',
    ]);
  });

  test('after a partial receipt of 100.00, 287.25 stays blocked and claimed', () => {
    const first = attributeClaim(cents(10000), claimed);
    expect(amounts(first)).toEqual([5000, 3333, 1667]);
    const so = [...journal.flat(), ...clawbackLegs(first, e4Grant)];
    expect(totalOf(sharesOn(so, 'blocked'))).toBe(28725n);
    expect(totalOf(sharesOn(so, 'claim'))).toBe(28725n);
    const standings = unpaid(settled.claimed, first);
    const last = attributeClaim(cents(28725), standings);
    expect(amounts(last)).toEqual([14363, 9575, 4787]);
    const all = [...so, ...clawbackLegs(last, e4Grant)];
    expect([...sharesOn(all, 'blocked'), ...sharesOn(all, 'claim')]).toEqual([]);
  });

  test('the rest of a claim may be written off: it becomes cost and income, and is not free again', () => {
    const first = attributeClaim(cents(10000), claimed);
    const last = attributeClaim(cents(28725), unpaid(settled.claimed, first));
    const legs = writeOffLegs(last, e4Grant);
    expect(accountLines(legs)).toEqual([
      'D lasten:oninbaar:g 287.25',
      'D pool:soes:2026:geblokkeerd:g 287.25',
      'C terug_te_vorderen:g 287.25',
      'C baten:wmo:g 143.63',
      'C baten:jeugd:g 95.75',
      'C baten:leefbaarheid:g 47.87',
    ]);
    const all = [...journal.flat(), ...clawbackLegs(first, e4Grant), ...legs];
    expect([...sharesOn(all, 'blocked'), ...sharesOn(all, 'claim')]).toEqual([]);
    expect(totalOf(sharesOn(all, 'cost'))).toBe(290000n);
    expect(totalOf(sharesOn(all, 'income'))).toBe(290000n);
  });

  test('a settlement cannot be taken back once part of its claim came in: the claim would fall below zero', () => {
    const part = clawbackLegs(attributeClaim(cents(10000), claimed), e4Grant);
    const back = reversalLegs(journal.at(-1) ?? []);
    expect(totalOf(sharesOn([...journal.flat(), ...part, ...back], 'claim'))).toBe(-10000n);
  });
});

test('from pledge to last cent: per source nothing is lost, the claim is blocked, nothing falls below zero', () => {
  fc.assert(
    fc.property(plans, (plan) => {
      const history = played(plan);
      const granted = history.findIndex((entry) => entry.kind === 'grant');
      const legsUpTo = (index: number) => history.slice(0, index + 1).flatMap(({ legs }) => legs);
      const start = legsUpTo(granted);
      const whole = perSource([sharesOn(start, 'committed')]);
      const free = sharesOn(start, 'available').map((share) => ({ ...share, cents: cents(-share.cents) }));
      history.forEach(({ legs: own }, index) => {
        assertBalanced(own);
        const legs = legsUpTo(index);
        expect(belowZero(legs)).toEqual([]);
        if (index < granted) return;
        const on = (kind: AccountKind) => sharesOn(legs, kind);
        expect(perSource([on('committed'), on('cost'), on('blocked'), on('available'), free])).toEqual(whole);
        expect(on('claim')).toEqual(on('blocked'));
        expect(on('cost')).toEqual(on('income'));
      });
      const legs = history.flatMap((entry) => entry.legs);
      const ended = ['reserved', 'committed', 'blocked', 'advance', 'payable', 'underWay', 'claim'] as const;
      expect(ended.flatMap((kind) => sharesOn(legs, kind))).toEqual([]);
      expect(perSource([sharesOn(legs, 'bank'), sharesOn(legs, 'cost')])).toEqual(
        perSource([sharesOn(legs.slice(0, start.length), 'bank')]),
      );
    }),
    { numRuns: 1000 },
  );
});

/** The sum of several lists per source, without the sources that come to nothing. */
function perSource(lists: Share[][]): [string, bigint][] {
  const sums = new Map<string, bigint>();
  for (const { sourceId, cents: part } of lists.flat()) sums.set(sourceId, (sums.get(sourceId) ?? 0n) + part);
  return [...sums].filter(([, sum]) => sum !== 0n).sort(([a], [b]) => (a < b ? -1 : 1));
}

function belowZero(legs: Leg[]): string[] {
  return balancesOf(legs)
    .filter(({ account, cents: standing }) => {
      return !accountKinds[account.kind].mayGoBelowZero && onNormalSide(account.kind, standing) < 0n;
    })
    .map(({ account }) => account.code);
}
