import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plans, played } from '../../../tests/support/grant-history';
import { cents, sum } from '../money/cents';
import { accounts } from './accounts';
import { balancesOf } from './balance';
import { assertBalanced, type Leg, type Share } from './posting';
import {
  advanceLegs,
  grantLegs,
  moved,
  paymentLegs,
  paymentOrderLegs,
  pledgeLegs,
  receiptLegs,
  releaseLegs,
  reservationLegs,
  rest,
  reversalLegs,
} from './rules';

const pool = { areaId: 'soes', year: 2026 };
const shares: Share[] = [
  { sourceId: 'wmo', cents: cents(200000) },
  { sourceId: 'jeugd', cents: cents(133333) },
  { sourceId: 'leef', cents: cents(66667) },
];
const nothing: Share[] = [{ sourceId: 'wmo', cents: cents(0) }];
const grantOf = (granted: number, reserved = shares) =>
  grantLegs({ reserved, granted: cents(granted), pool, applicationId: 'app', grantId: 'grant' });

/** Legs as a bookkeeper writes them: code, source, cents. */
const lines = (legs: Leg[]) => legs.map((leg) => `${leg.account.code} ${leg.sourceId} ${leg.cents}`);

const acts = {
  pledge: (from: Share[]) => pledgeLegs(from, pool),
  receipt: (from: Share[]) => receiptLegs(from),
  reservation: (from: Share[]) => reservationLegs(from, pool, 'app'),
  release: (from: Share[]) => releaseLegs(from, pool, 'app'),
  grant: (from: Share[]) => grantOf(Number(sum(from.map((share) => share.cents))), from),
  advance: (from: Share[]) => advanceLegs(from, pool, 'grant'),
  paymentOrder: (from: Share[]) => paymentOrderLegs(from, pool, 'grant'),
  payment: (from: Share[]) => paymentLegs(from, pool, 'grant'),
  reversal: (from: Share[]) => reversalLegs(pledgeLegs(from, pool)),
};
type Kind = keyof typeof acts;
const kinds = Object.keys(acts) as Kind[];

describe('what each act books (domain.md §5.4)', () => {
  const one: Share[] = [{ sourceId: 'wmo', cents: cents(500) }];

  test.each<[Kind, string[]]>([
    ['pledge', ['te_ontvangen:wmo wmo 500', 'pool:soes:2026:beschikbaar wmo -500']],
    ['receipt', ['bank wmo 500', 'te_ontvangen:wmo wmo -500']],
    ['reservation', ['pool:soes:2026:beschikbaar wmo 500', 'pool:soes:2026:gereserveerd:app wmo -500']],
    ['release', ['pool:soes:2026:gereserveerd:app wmo 500', 'pool:soes:2026:beschikbaar wmo -500']],
    ['grant', ['pool:soes:2026:gereserveerd:app wmo 500', 'pool:soes:2026:verplicht:grant wmo -500']],
    ['advance', ['voorschot:grant wmo 500', 'te_betalen:grant wmo -500']],
    ['paymentOrder', ['te_betalen:grant wmo 500', 'onderweg:grant wmo -500']],
    ['payment', ['onderweg:grant wmo 500', 'bank wmo -500']],
    ['reversal', ['te_ontvangen:wmo wmo -500', 'pool:soes:2026:beschikbaar wmo 500']],
  ])('%s', (kind, expected) => {
    expect(lines(acts[kind](one))).toEqual(expected);
  });

  test.each(kinds)('%s leaves out sources that give nothing', (kind) => {
    const legs = acts[kind]([...nothing, { sourceId: 'leef', cents: cents(5) }]);
    expect(new Set(legs.map((leg) => leg.sourceId))).toEqual(new Set(['leef']));
  });

  test.each(kinds)('%s of nothing, or of less, is refused', (kind) => {
    const negative = [...shares, { sourceId: 'corp', cents: cents(-1) }];
    const refusal = expect.objectContaining({ code: 'amountInvalid' });
    expect(() => acts[kind]([])).toThrow(refusal);
    expect(() => acts[kind](nothing)).toThrow(refusal);
    expect(() => acts[kind](negative)).toThrow(kind === 'grant' ? RangeError : refusal);
  });
});

describe('grantLegs', () => {
  test('the whole reservation ends; the difference returns to the pool, each source its part', () => {
    expect(lines(grantOf(361275))).toEqual([
      'pool:soes:2026:gereserveerd:app wmo 200000',
      'pool:soes:2026:gereserveerd:app jeugd 133333',
      'pool:soes:2026:gereserveerd:app leef 66667',
      'pool:soes:2026:verplicht:grant wmo -180637',
      'pool:soes:2026:verplicht:grant jeugd -120425',
      'pool:soes:2026:verplicht:grant leef -60213',
      'pool:soes:2026:beschikbaar wmo -19363',
      'pool:soes:2026:beschikbaar jeugd -12908',
      'pool:soes:2026:beschikbaar leef -6454',
    ]);
  });

  test('granted in full, nothing returns', () => {
    expect(grantOf(400000).filter((leg) => leg.account.kind === 'available')).toEqual([]);
  });

  test('one cent of it is carried by one source', () => {
    const committed = grantOf(1).filter((leg) => leg.account.kind === 'committed');
    expect(lines(committed)).toEqual(['pool:soes:2026:verplicht:grant wmo -1']);
  });

  test('never more than was reserved, never nothing, never less', () => {
    expect(() => grantOf(400001)).toThrow(
      expect.objectContaining({ code: 'poolInsufficient', detail: { amount: 400001n, left: 400000n } }),
    );
    expect(() => grantOf(0)).toThrow(expect.objectContaining({ code: 'amountInvalid' }));
    expect(() => grantOf(-1)).toThrow(expect.objectContaining({ code: 'amountInvalid' }));
  });
});

describe('what is left of shares', () => {
  const of = (amounts: Record<string, number>): Share[] =>
    Object.entries(amounts).map(([sourceId, amount]) => ({ sourceId, cents: cents(amount) }));

  test('each source keeps what was not taken from it, also when taken twice; an empty one is left out', () => {
    const taken = [...of({ leef: 10, wmo: 5, jeugd: 7 }), ...of({ wmo: 5 })];
    expect(rest(of({ wmo: 30, jeugd: 7, leef: 10, corp: 1 }), taken)).toEqual(of({ wmo: 20, corp: 1 }));
    expect(rest(shares, [])).toEqual(shares);
    expect(rest([], shares)).toEqual([]);
  });

  test('legs are made for shares above zero only', () => {
    expect(moved([...nothing, ...of({ leef: 2 })], () => receiptLegs(of({ leef: 2 })))).toHaveLength(2);
    expect(() => moved(of({ wmo: 3, leef: -1 }), () => [])).toThrow(
      expect.objectContaining({ code: 'amountInvalid' }),
    );
  });
});

describe('over any amounts', () => {
  const someShares = fc
    .uniqueArray(
      fc.record({
        sourceId: fc.constantFrom('wmo', 'jeugd', 'leef', 'corp', 'fonds'),
        cents: fc.bigInt({ min: 0n, max: 10n ** 12n }).map(cents),
      }),
      { selector: (share) => share.sourceId, minLength: 1 },
    )
    .filter((list) => list.some((share) => share.cents > 0n));
  const anyKind = fc.constantFrom(...kinds);

  test('every act balances per source, without zero legs', () => {
    fc.assert(
      fc.property(someShares, anyKind, (from, kind) => {
        expect(() => assertBalanced(acts[kind](from))).not.toThrow();
      }),
      { numRuns: 1000 },
    );
  });

  test('a grant of any part balances, and commits exactly what was granted', () => {
    fc.assert(
      fc.property(someShares, fc.bigInt({ min: 0n, max: 10n ** 13n }), (from, n) => {
        const reserved = sum(from.map((share) => share.cents));
        const granted = cents(1n + (n % reserved));
        const legs = grantLegs({ reserved: from, granted, pool, applicationId: 'app', grantId: 'grant' });
        assertBalanced(legs);
        const on = (kind: string) =>
          sum(legs.filter((leg) => leg.account.kind === kind).map((leg) => leg.cents));
        expect([on('reserved'), on('committed'), on('available')]).toEqual([
          reserved,
          -granted,
          granted - reserved,
        ]);
      }),
      { numRuns: 1000 },
    );
  });

  test('an act and its reversal leave no trace, and a reversal reversed is the act', () => {
    fc.assert(
      fc.property(someShares, anyKind, (from, kind) => {
        const legs = acts[kind](from);
        const balances = balancesOf([...legs, ...reversalLegs(legs)]);
        expect(balances.every((balance) => balance.cents === 0n)).toBe(true);
        expect(reversalLegs(reversalLegs(legs))).toEqual(legs);
        expect(() => assertBalanced(reversalLegs(legs))).not.toThrow();
      }),
      { numRuns: 1000 },
    );
  });

  test('taking back any entry of any grant restores what stood before it; taking back all of them leaves nothing', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const history = played(plan).map(({ legs }) => legs);
        const standing = (legs: Leg[]) => balancesOf(legs).filter((balance) => balance.cents !== 0n);
        history.forEach((legs, index) => {
          const before = history.slice(0, index).flat();
          expect(standing([...before, ...legs, ...reversalLegs(legs)])).toEqual(standing(before));
        });
        expect(standing([...history.flat(), ...reversalLegs(history.flat())])).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test('reserving and releasing, or the other way round, touches the same accounts and sources', () => {
    fc.assert(
      fc.property(someShares, (from) => {
        const both = [...reservationLegs(from, pool, 'app'), ...releaseLegs(from, pool, 'app')];
        expect(balancesOf(both).every((balance) => balance.cents === 0n)).toBe(true);
        expect(balancesOf(both).map((balance) => balance.account)).toContainEqual(accounts.available(pool));
      }),
      { numRuns: 1000 },
    );
  });
});
