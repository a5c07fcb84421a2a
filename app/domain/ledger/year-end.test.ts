import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sharesOn } from '../../../tests/support/grant-history';
import { sharedFile } from '../../../tests/support/shared';
import { calendarDate } from '../calendar';
import { add, cents, zero } from '../money/cents';
import { assertBalanced, joined, type Leg, type Share } from './posting';
import { pledgeLegs, releaseLegs, reservationLegs } from './rules';
import { type Left, partAtYearEnd, planYearEnd, rollovers, type RolloverRule, yearEndLegs } from './year-end';

type Golden = {
  E6_jaareinde: Record<string, { rest: number; regel: string; naar_gemeente: number; over: number }>;
};

const pool = { areaId: 'soes', year: 2026 };
const rule = (rollover: RolloverRule['rollover'], change: Partial<RolloverRule> = {}): RolloverRule => ({
  rollover,
  maxPct: 0,
  expiresOn: null,
  ...change,
});
const left = (sourceId: string, rest: number, promised = rest, carriedBefore = 0): Left => ({
  sourceId,
  rest: cents(rest),
  promised: cents(promised),
  carriedBefore: cents(carriedBefore),
});
const quarter = rule('percentage', { maxPct: 25 });

/** What goes on and what goes back at the end of 2026. */
function ends(of: Left, by: RolloverRule) {
  const { carried, returned } = partAtYearEnd(of, by, 2026);
  return [Number(carried), Number(returned)];
}

const lines = (legs: Leg[]) => legs.map((leg) => `${leg.account.code} ${leg.sourceId} ${leg.cents}`);

const leef = { of: left('LEEF', 123456), by: rule('lapses') };
const jeugd = { of: left('JEUGD', 178901, 400000), by: quarter };
const corp = { of: left('CORP', 50000), by: rule('stays') };

describe('E6: three sources, three rules', () => {
  test('what goes on and what goes back', () => {
    expect(ends(leef.of, leef.by)).toEqual([0, 123456]);
    expect(ends(jeugd.of, jeugd.by)).toEqual([100000, 78901]);
    expect(ends(corp.of, corp.by)).toEqual([50000, 0]);
  });

  const file = sharedFile('golden/worked-examples.json');
  test.skipIf(!file)('as in the shared golden file (skipped where ../shared is absent)', () => {
    const golden: Golden = JSON.parse(readFileSync(file ?? '', 'utf8'));
    const rules = { vervalt: leef.by, 'max 25% van 4.000,00': jeugd.by, 'geen vervaldatum': corp.by };
    const played = Object.entries(golden.E6_jaareinde).map(([sourceId, { rest, regel }]) => {
      const by = Object.entries(rules).find(([name]) => name === regel)?.[1];
      return [sourceId, by && ends(left(sourceId, rest, 400000), by)];
    });
    const expected = Object.entries(golden.E6_jaareinde).map(([sourceId, { over, naar_gemeente: back }]) => [
      sourceId,
      [over, back],
    ]);
    expect(played).toEqual(expected);
  });

  test('books per source, and ends the pool of the year', () => {
    const parts = [leef, jeugd, corp].map(({ of, by }) => partAtYearEnd(of, by, 2026));
    const legs = yearEndLegs(pool, parts, []);
    expect(lines(legs)).toEqual([
      'pool:soes:2026:beschikbaar LEEF 123456',
      'retour:LEEF LEEF -123456',
      'pool:soes:2026:beschikbaar JEUGD 178901',
      'pool:soes:2027:beschikbaar JEUGD -100000',
      'retour:JEUGD JEUGD -78901',
      'pool:soes:2026:beschikbaar CORP 50000',
      'pool:soes:2027:beschikbaar CORP -50000',
    ]);
    assertBalanced(legs);
  });
});

describe('partAtYearEnd', () => {
  test('less than the maximum goes on whole', () => {
    expect(ends(left('s', 99999, 400000), quarter)).toEqual([99999, 0]);
    expect(ends(left('s', 100000, 400000), quarter)).toEqual([100000, 0]);
    expect(ends(left('s', 100001, 400000), quarter)).toEqual([100000, 1]);
  });

  test('a percentage is rounded down to the cent', () => {
    expect(ends(left('s', 403, 403), quarter)).toEqual([100, 303]);
    expect(ends(left('s', 3, 3), quarter)).toEqual([0, 3]);
    expect(ends(left('s', 403, 403), rule('percentage', { maxPct: 0 }))).toEqual([0, 403]);
    expect(ends(left('s', 403, 403), rule('percentage', { maxPct: 100 }))).toEqual([403, 0]);
  });

  test('what was carried on before counts', () => {
    expect(ends(left('s', 100000, 400000, 60000), quarter)).toEqual([40000, 60000]);
    expect(ends(left('s', 100000, 400000, 100000), quarter)).toEqual([0, 100000]);
    expect(ends(left('s', 100000, 400000, 100001), quarter)).toEqual([0, 100000]);
    expect(ends(left('s', 100000, 400000, 400000), rule('stays'))).toEqual([100000, 0]);
  });

  test.each(rollovers)('%s: money that may not be used after the year goes back', (rollover) => {
    const expires = (date: string) =>
      ends(left('s', 100, 100), rule(rollover, { maxPct: 100, expiresOn: calendarDate(date) }));
    const onward = rollover === 'lapses' ? [0, 100] : [100, 0];
    expect(expires('2025-06-30')).toEqual([0, 100]);
    expect(expires('2026-12-31')).toEqual([0, 100]);
    expect(expires('2027-01-01')).toEqual(onward);
    expect(ends(left('s', 100), rule(rollover, { maxPct: 100 }))).toEqual(onward);
  });

  test.each(rollovers)('%s: nothing left, nothing to do', (rollover) => {
    expect(ends(left('s', 0, 400000), rule(rollover, { maxPct: 25 }))).toEqual([0, 0]);
  });
});

describe('planYearEnd', () => {
  const shares = (amounts: Record<string, number>): Share[] =>
    Object.entries(amounts).map(([sourceId, amount]) => ({ sourceId, cents: cents(amount) }));
  const source = (of: Left, by: RolloverRule) => ({ ...of, ...by });

  test('a reservation ends or goes on by its fund; what it frees goes where the rule of its source says', () => {
    const ending = { applicationId: 'a', shares: shares({ LEEF: 44, JEUGD: 30000 }), carryOver: false };
    const alsoEnding = { applicationId: 'b', shares: shares({ LEEF: 1 }), carryOver: false };
    const staying = { applicationId: 'c', shares: shares({ LEEF: 7, CORP: 8 }), carryOver: true };
    const plan = planYearEnd({
      year: 2026,
      left: [
        source(left('LEEF', 0), rule('lapses')),
        source(left('JEUGD', 80000, 400000), quarter),
        source(left('CORP', 0), rule('stays')),
      ],
      reserved: [ending, staying, alsoEnding],
    });
    expect(plan.released).toEqual([ending, alsoEnding]);
    expect(plan.kept).toEqual([staying]);
    expect(plan.parts).toEqual([
      { sourceId: 'LEEF', rest: 45n, carried: 0n, returned: 45n },
      { sourceId: 'JEUGD', rest: 110000n, carried: 100000n, returned: 10000n },
    ]);
  });

  test('counts the year that ends', () => {
    const until = rule('stays', { expiresOn: calendarDate('2027-03-01') });
    const carriedOf = (year: number) =>
      planYearEnd({ year, left: [source(left('s', 5), until)], reserved: [] }).parts[0]?.carried;
    expect([2026, 2027].map(carriedOf)).toEqual([5n, 0n]);
  });

  test('an empty pool needs nothing', () => {
    const empty = { year: 2026, left: [source(left('s', 0, 100), quarter)], reserved: [] };
    expect(planYearEnd(empty)).toEqual({ released: [], kept: [], parts: [] });
  });
});

describe('yearEndLegs', () => {
  test('nothing left gives no legs', () => {
    expect(yearEndLegs(pool, [], [])).toEqual([]);
    expect(yearEndLegs(pool, [partAtYearEnd(left('s', 0, 400000), quarter, 2026)], [])).toEqual([]);
    const empty = { applicationId: 'a', shares: [{ sourceId: 's', cents: cents(0) }] };
    expect(yearEndLegs(pool, [], [empty])).toEqual([]);
  });

  test('a reservation that goes on stays with its application and its sources', () => {
    const shares = [
      { sourceId: 'wmo', cents: cents(700) },
      { sourceId: 'jeugd', cents: cents(300) },
    ];
    const reservations = [
      { applicationId: 'a', shares },
      { applicationId: 'b', shares: shares.slice(1) },
    ];
    expect(lines(yearEndLegs(pool, [], reservations))).toEqual([
      'pool:soes:2026:gereserveerd:a wmo 700',
      'pool:soes:2027:gereserveerd:a wmo -700',
      'pool:soes:2026:gereserveerd:a jeugd 300',
      'pool:soes:2027:gereserveerd:a jeugd -300',
      'pool:soes:2026:gereserveerd:b jeugd 300',
      'pool:soes:2027:gereserveerd:b jeugd -300',
    ]);
  });
});

describe('over any year', () => {
  const amount = fc.oneof(fc.bigInt(0n, 20n), fc.bigInt(0n, 10n ** 10n)).map(cents);
  const rules = fc.record({
    rollover: fc.constantFrom(...rollovers),
    maxPct: fc.integer({ min: 0, max: 100 }),
    expiresOn: fc.option(fc.constantFrom('2026-12-31', '2027-01-01').map(calendarDate), { nil: null }),
  });
  const state = fc.record({ rest: amount, promised: amount, carriedBefore: amount });
  const lasting = (by: RolloverRule) => by.expiresOn === null || by.expiresOn > '2026-12-31';

  test('carried and returned are the rest, neither below zero, and the rule is kept', () => {
    fc.assert(
      fc.property(state, rules, (of, by) => {
        const { rest, carried, returned } = partAtYearEnd({ sourceId: 's', ...of }, by, 2026);
        expect([rest, carried + returned]).toEqual([of.rest, of.rest]);
        expect(carried >= 0n && returned >= 0n).toBe(true);
        const room = of.promised * BigInt(by.maxPct) - of.carriedBefore * 100n;
        if (!lasting(by) || by.rollover === 'lapses') {
          expect(carried).toBe(0n);
        } else if (by.rollover === 'stays') {
          expect(returned).toBe(0n);
        } else {
          expect(carried === 0n || carried * 100n <= room).toBe(true);
          // Not a cent less than the rule allows.
          expect(returned === 0n || (carried + 1n) * 100n > room).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('however often money comes free after the year, no more than the percentage goes on', () => {
    fc.assert(
      fc.property(amount, fc.nat(100), fc.array(amount, { maxLength: 5 }), (promised, maxPct, rests) => {
        let carriedBefore = cents(0);
        for (const rest of rests) {
          const of = { sourceId: 's', rest, promised, carriedBefore };
          const { carried } = partAtYearEnd(of, rule('percentage', { maxPct }), 2026);
          carriedBefore = add(carriedBefore, carried);
        }
        expect(carriedBefore * 100n <= promised * BigInt(maxPct)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('the pool of the year ends at zero, and all of it is in the next pool or on its way back, per source', () => {
    const rows = fc.array(fc.record({ rest: amount, stays: amount, ends: amount, by: rules }), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(rows, (sources) => {
        const shares = (part: 'rest' | 'stays' | 'ends') =>
          sources.map((row, index) => ({ sourceId: `s${index}`, cents: add(row[part], cents(1)) }));
        const rests = shares('rest');
        const plan = planYearEnd({
          year: 2026,
          left: sources.map(({ by }, index) => ({
            ...left(`s${index}`, 0),
            rest: rests[index]?.cents ?? zero,
            ...by,
          })),
          reserved: [
            { applicationId: 'a', shares: shares('stays'), carryOver: true },
            { applicationId: 'b', shares: shares('ends'), carryOver: false },
          ],
        });
        const start = [
          ...pledgeLegs(joined(rests, joined(shares('stays'), shares('ends'))), pool),
          ...reservationLegs(shares('stays'), pool, 'a'),
          ...reservationLegs(shares('ends'), pool, 'b'),
        ];
        const released = plan.released.flatMap((each) => releaseLegs(each.shares, pool, each.applicationId));
        const legs = yearEndLegs(pool, plan.parts, plan.kept);
        assertBalanced(legs);
        const all = [...start, ...released, ...legs];
        const of = (year: number) => all.filter((leg) => leg.account.pool?.year === year);
        expect([...sharesOn(of(2026), 'available'), ...sharesOn(of(2026), 'reserved')]).toEqual([]);
        expect(sharesOn(of(2027), 'reserved')).toEqual(shares('stays'));
        expect(joined(sharesOn(of(2027), 'available'), sharesOn(all, 'returned')).sort(bySource)).toEqual(
          joined(rests, shares('ends')),
        );
      }),
      { numRuns: 1000 },
    );
  });
});

const bySource = (a: Share, b: Share) => (a.sourceId < b.sourceId ? -1 : 1);
