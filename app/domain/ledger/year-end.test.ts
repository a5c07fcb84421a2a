import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sharesOn } from '../../../tests/support/grant-history';
import { sharedFile } from '../../../tests/support/shared';
import { calendarDate } from '../calendar';
import { add, cents, zero } from '../money/cents';
import { assertBalanced, joined, type Leg, type Share } from './posting';
import { pledgeLegs, releaseLegs, reservationLegs } from './rules';
import { partsAtYearEnd, planYearEnd, rollovers, type RolloverRule, yearEndLegs } from './year-end';

type Divided = {
  promisedCents: number;
  maxPct: number;
  restsCents: number[];
  stayCents: number;
  staysPerPoolCents: number[];
  returnedPerPoolCents: number[];
};
type Golden = {
  E6_jaareinde: Record<string, { rest: number; regel: string; naar_gemeente: number; over: number }>;
  E6b_jaareinde_over_potten: { cases: Divided[] };
};

const pool = { areaId: 'soes', year: 2026 };
const rule = (rollover: RolloverRule['rollover'], change: Partial<RolloverRule> = {}): RolloverRule => ({
  rollover,
  maxPct: 0,
  expiresOn: null,
  ...change,
});
const left = (sourceId: string, rest: number, promised = rest, carriedBefore = 0) => ({
  sourceId,
  rest: cents(rest),
  promised: cents(promised),
  carriedBefore: cents(carriedBefore),
});
type Left = ReturnType<typeof left>;
const quarter = rule('percentage', { maxPct: 25 });

/** What goes on and what goes back at the end of 2026, of a source that is in one pool. */
function ends(of: Left, by: RolloverRule) {
  const [{ carried, returned }] = partsOf(of, by);
  return [Number(carried), Number(returned)];
}

function partsOf(of: Left, by: RolloverRule) {
  const [part] = partsAtYearEnd({ ...of, ...by }, [of.rest], 2026);
  if (!part) throw new Error('no part');
  return [part] as const;
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
    const parts = [leef, jeugd, corp].flatMap(({ of, by }) => partsOf(of, by));
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

describe('E6b: one source in several pools', () => {
  /** What stays and what goes back in each pool at the end of 2026. */
  function divided(promised: number, maxPct: number, rests: readonly number[], carriedBefore = 0) {
    const source = { ...left('s', 0, promised, carriedBefore), ...rule('percentage', { maxPct }) };
    const parts = partsAtYearEnd(source, rests.map(cents), 2026);
    expect(parts.map(({ rest }) => Number(rest))).toEqual(rests);
    return [parts.map(({ carried }) => Number(carried)), parts.map(({ returned }) => Number(returned))];
  }

  test('half of a promise of € 3.700,00 may stay: € 1.850,00 of the € 1.903,57 that three wijken have left', () => {
    expect(divided(370_000, 50, [120_000, 40_357, 30_000])).toEqual([
      [116_623, 39_221, 29_156],
      [3_377, 1_136, 844],
    ]);
  });

  test('a tenth of € 30.000,00 may stay: € 3.000,00 over six wijken', () => {
    expect(divided(3_000_000, 10, [655_103, 322_011, 611_987, 555_901, 500_001, 499_997])).toEqual([
      [62_490, 30_717, 58_377, 53_027, 47_695, 47_694],
      [592_613, 291_294, 553_610, 502_874, 452_306, 452_303],
    ]);
  });

  const file = sharedFile('golden/worked-examples.json');
  test.skipIf(!file)('as in the shared golden file (skipped where ../shared is absent)', () => {
    const golden: Golden = JSON.parse(readFileSync(file ?? '', 'utf8'));
    const { cases } = golden.E6b_jaareinde_over_potten;
    expect(cases.length).toBeGreaterThan(0);
    for (const { promisedCents, maxPct, restsCents, ...expected } of cases) {
      const [stays = [], goes] = divided(promisedCents, maxPct, restsCents);
      expect(stays.reduce((a, b) => a + b)).toBe(expected.stayCents);
      expect([stays, goes]).toEqual([expected.staysPerPoolCents, expected.returnedPerPoolCents]);
    }
  });

  test('a cent that two pools have an equal claim to is for the first, whichever has more', () => {
    expect(divided(100, 1, [50, 50])[0]).toEqual([1, 0]);
    expect(divided(200, 50, [99, 101])[0]).toEqual([50, 50]);
    expect(divided(200, 50, [101, 99])[0]).toEqual([51, 49]);
  });

  test('room that one pool does not need is there for the others; none is lost to a pool without a rest', () => {
    expect(divided(1_000, 50, [0, 400])).toEqual([
      [0, 400],
      [0, 0],
    ]);
    expect(divided(1_000, 50, [0, 600])).toEqual([
      [0, 500],
      [0, 100],
    ]);
  });

  test('what went on before, from whichever pool, is taken off once', () => {
    expect(divided(1_000, 50, [300, 300], 200)).toEqual([
      [150, 150],
      [150, 150],
    ]);
    expect(divided(1_000, 50, [300, 300], 500)[0]).toEqual([0, 0]);
  });
});

describe('partsAtYearEnd', () => {
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
    const [plan] = planYearEnd(2026, [
      {
        left: [
          source(left('LEEF', 0), rule('lapses')),
          source(left('JEUGD', 80000, 400000), quarter),
          source(left('CORP', 0), rule('stays')),
        ],
        reserved: [ending, staying, alsoEnding],
      },
    ]);
    expect(plan?.released).toEqual([ending, alsoEnding]);
    expect(plan?.kept).toEqual([staying]);
    expect(plan?.parts).toEqual([
      { sourceId: 'LEEF', rest: 45n, carried: 0n, returned: 45n },
      { sourceId: 'JEUGD', rest: 110000n, carried: 100000n, returned: 10000n },
    ]);
  });

  test('counts a percentage over all pools, with what a reservation frees in one of them', () => {
    const ending = { applicationId: 'a', shares: shares({ JEUGD: 60000 }), carryOver: false };
    const jeugdIn = (rest: number) => source(left('JEUGD', rest, 400000), quarter);
    const plans = planYearEnd(2026, [
      { left: [jeugdIn(0), source(left('CORP', 5), rule('stays'))], reserved: [ending] },
      { left: [], reserved: [] },
      { left: [jeugdIn(90000)], reserved: [] },
    ]);
    expect(plans.map(({ parts }) => parts)).toEqual([
      [
        { sourceId: 'JEUGD', rest: 60000n, carried: 40000n, returned: 20000n },
        { sourceId: 'CORP', rest: 5n, carried: 5n, returned: 0n },
      ],
      [],
      [{ sourceId: 'JEUGD', rest: 90000n, carried: 60000n, returned: 30000n }],
    ]);
  });

  test('counts the year that ends', () => {
    const until = rule('stays', { expiresOn: calendarDate('2027-03-01') });
    const carriedOf = (year: number) =>
      planYearEnd(year, [{ left: [source(left('s', 5), until)], reserved: [] }])[0]?.parts[0]?.carried;
    expect([2026, 2027].map(carriedOf)).toEqual([5n, 0n]);
  });

  test('an empty pool needs nothing', () => {
    const empty = { left: [source(left('s', 0, 100), quarter)], reserved: [] };
    expect(planYearEnd(2026, [empty])).toEqual([{ released: [], kept: [], parts: [] }]);
    expect(planYearEnd(2026, [])).toEqual([]);
  });
});

describe('yearEndLegs', () => {
  test('nothing left gives no legs', () => {
    expect(yearEndLegs(pool, [], [])).toEqual([]);
    expect(yearEndLegs(pool, [...partsOf(left('s', 0, 400000), quarter)], [])).toEqual([]);
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
        const [{ rest, carried, returned }] = partsOf({ sourceId: 's', ...of }, by);
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

  test('over any pools: the room that is left is used to the cent, and each is within a cent of its part of it', () => {
    const rests = fc.array(amount, { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(rests, amount, amount, fc.nat(100), (pools, promised, carriedBefore, maxPct) => {
        const source = { sourceId: 's', promised, carriedBefore, ...rule('percentage', { maxPct }) };
        const parts = partsAtYearEnd(source, pools, 2026);
        const whole = pools.reduce((a, b) => a + b, 0n);
        const may = (promised * BigInt(maxPct)) / 100n - carriedBefore;
        const room = may < 0n ? 0n : may < whole ? may : whole;
        expect(parts.reduce((total, { carried }) => total + carried, 0n)).toBe(room);
        for (const { rest, carried, returned } of parts) {
          expect(carried + returned).toBe(rest);
          expect(carried >= 0n && returned >= 0n).toBe(true);
          const off = carried * whole - room * rest;
          expect(whole === 0n || (off < whole && off > -whole)).toBe(true);
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
          const [{ carried }] = partsOf(of, rule('percentage', { maxPct }));
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
        const [plan] = planYearEnd(2026, [
          {
            left: sources.map(({ by }, index) => ({
              ...left(`s${index}`, 0),
              rest: rests[index]?.cents ?? zero,
              ...by,
            })),
            reserved: [
              { applicationId: 'a', shares: shares('stays'), carryOver: true },
              { applicationId: 'b', shares: shares('ends'), carryOver: false },
            ],
          },
        ]);
        if (!plan) throw new Error('no plan');
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
