import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cents, sum } from '../money/cents';
import { accounts } from './accounts';
import { balancesOf } from './balance';
import { assertBalanced, type Leg, type Share } from './posting';
import {
  advanceLegs,
  type EntryKind,
  entryKinds,
  grantLegs,
  paymentLegs,
  pledgeLegs,
  receiptLegs,
  releaseLegs,
  reservationLegs,
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

const acts: Record<EntryKind, (from: Share[]) => Leg[]> = {
  pledge: (from) => pledgeLegs(from, pool),
  receipt: (from) => receiptLegs(from),
  reservation: (from) => reservationLegs(from, pool, 'app'),
  release: (from) => releaseLegs(from, pool, 'app'),
  grant: (from) => grantOf(Number(sum(from.map((share) => share.cents))), from),
  advance: (from) => advanceLegs(from, pool, 'grant'),
  payment: (from) => paymentLegs(from, pool, 'grant'),
  reversal: (from) => reversalLegs(pledgeLegs(from, pool)),
};

describe('what each act books (domain.md §5.4)', () => {
  const one: Share[] = [{ sourceId: 'wmo', cents: cents(500) }];

  test.each<[EntryKind, string[]]>([
    ['pledge', ['te_ontvangen:wmo wmo 500', 'pool:soes:2026:beschikbaar wmo -500']],
    ['receipt', ['bank wmo 500', 'te_ontvangen:wmo wmo -500']],
    ['reservation', ['pool:soes:2026:beschikbaar wmo 500', 'pool:soes:2026:gereserveerd:app wmo -500']],
    ['release', ['pool:soes:2026:gereserveerd:app wmo 500', 'pool:soes:2026:beschikbaar wmo -500']],
    ['grant', ['pool:soes:2026:gereserveerd:app wmo 500', 'pool:soes:2026:verplicht:grant wmo -500']],
    ['advance', ['voorschot:grant wmo 500', 'te_betalen:grant wmo -500']],
    ['payment', ['te_betalen:grant wmo 500', 'bank wmo -500']],
    ['reversal', ['te_ontvangen:wmo wmo -500', 'pool:soes:2026:beschikbaar wmo 500']],
  ])('%s', (kind, expected) => {
    expect(lines(acts[kind](one))).toEqual(expected);
  });

  test.each(Object.keys(entryKinds) as EntryKind[])('%s touches only the accounts of its row', (kind) => {
    const legs = kind === 'grant' ? grantOf(100000) : acts[kind](shares);
    const touched = (debit: boolean) =>
      legs.filter((leg) => leg.cents > 0n === debit).map((leg) => leg.account.kind);
    expect(entryKinds[kind].debit).toEqual(expect.arrayContaining(touched(true)));
    expect(entryKinds[kind].credit).toEqual(expect.arrayContaining(touched(false)));
  });

  test.each(Object.keys(entryKinds) as EntryKind[])('%s leaves out sources that give nothing', (kind) => {
    const legs = acts[kind]([...nothing, { sourceId: 'leef', cents: cents(5) }]);
    expect(new Set(legs.map((leg) => leg.sourceId))).toEqual(new Set(['leef']));
  });

  test.each(Object.keys(entryKinds) as EntryKind[])('%s of nothing, or of less, is refused', (kind) => {
    const negative = [...shares, { sourceId: 'corp', cents: cents(-1) }];
    const refusal = expect.objectContaining({ code: 'amountInvalid' });
    expect(() => acts[kind]([])).toThrow(refusal);
    expect(() => acts[kind](nothing)).toThrow(refusal);
    expect(() => acts[kind](negative)).toThrow(kind === 'grant' ? RangeError : refusal);
  });

  test('names are those of the books', () => {
    expect(Object.values(entryKinds).map((row) => row.name)).toEqual([
      'TOEZEGGING',
      'ONTVANGST',
      'RESERVERING',
      'VRIJGAVE',
      'VERLENING',
      'VOORSCHOT',
      'BETALING',
      'STORNO',
    ]);
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
  const anyKind = fc.constantFrom(...(Object.keys(entryKinds) as EntryKind[]));

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
