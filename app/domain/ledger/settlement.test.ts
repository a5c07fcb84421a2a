import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accountLines, amounts, e4Grant, shares, unused } from '../../../tests/support/grant-history';
import { sharedFile } from '../../../tests/support/shared';
import { cents } from '../money/cents';
import { attribute } from './attribution';
import { joined, type Share, totalOf } from './posting';
import {
  attributeClaim,
  clawbackLegs,
  type Grant,
  settle,
  settledAmount,
  settlementLegs,
  unpaid,
  writeOffLegs,
} from './settlement';

type Golden = {
  E4_verlening_4000_00: { 'stappen(voorschot,nabetaling,vrijval)': { bedrag: number; toe: number[] }[] };
  E4b_terugvordering: { voorschot: number[]; vastgesteld: number; terug: number[]; besteed: number[] };
  E4b_journaal: {
    'direct_vrij(verleend-voorschot)': number[];
    geblokkeerd_tot_ontvangst: number[];
    besteed: number[];
    som: number[];
  };
};

const committed = shares(200000, 133333, 66667);
const refusal = (code: string, detail?: object) =>
  expect.objectContaining(detail ? { code, detail } : { code });

describe('what a grantee may keep', () => {
  test.each([
    [400000, 261275, 0, 261275],
    [400000, 361275, 100000, 261275],
    [400000, 500000, 0, 400000],
    [400000, 500000, 100000, 400000],
    [400000, 500000, 100001, 399999],
    [400000, 1000, 1000, 0],
    [400000, 1000, 5000, 0],
    [400000, 0, 0, 0],
  ])('granted %i, cost %i, others paid %i: %i', (granted, cost, otherIncome, keeps) => {
    const input = { granted: cents(granted), cost: cents(cost), otherIncome: cents(otherIncome) };
    expect(settledAmount(input)).toBe(BigInt(keeps));
  });

  test('no negative amounts', () => {
    const of = (cost: number, otherIncome: number) => () =>
      settledAmount({ granted: cents(10), cost: cents(cost), otherIncome: cents(otherIncome) });
    expect(of(-1, 0)).toThrow(refusal('amountInvalid'));
    expect(of(0, -1)).toThrow(refusal('amountInvalid'));
  });
});

describe('settle', () => {
  test('E4: above the advance each source pays on, and what is not needed is freed', () => {
    const settled = settle(cents(361275), committed, shares(100000, 66667, 33333));
    expect(amounts(settled.after)).toEqual([80637, 53758, 26880]);
    expect(amounts(settled.freed)).toEqual([19363, 12908, 6454]);
    expect(amounts(settled.spent)).toEqual([180637, 120425, 60213]);
    expect(settled.claimed).toEqual([]);
  });

  test('E4b: below it each source is asked back by what it gave', () => {
    const settled = settle(cents(261275), committed, shares(150000, 100000, 50000));
    expect(amounts(settled.claimed)).toEqual([19363, 12908, 6454]);
    expect(amounts(settled.freed)).toEqual([50000, 33333, 16667]);
    expect(amounts(settled.spent)).toEqual([130637, 87092, 43546]);
    expect(settled.after).toEqual([]);
  });

  test('exactly the advance: nothing to pay, nothing to claim', () => {
    const advanced = shares(150000, 100000, 50000);
    expect(settle(cents(300000), committed, advanced)).toEqual({
      spent: advanced,
      after: [],
      claimed: [],
      freed: shares(50000, 33333, 16667),
    });
  });

  test('nothing spent: the whole advance is asked back, the rest is freed', () => {
    const advanced = shares(150000, 100000, 50000);
    expect(settle(cents(0), committed, advanced)).toEqual({
      spent: [],
      after: [],
      claimed: advanced,
      freed: shares(50000, 33333, 16667),
    });
  });

  test('all of it spent: nothing is freed', () => {
    const settled = settle(cents(400000), committed, shares(150000, 100000, 50000));
    expect(settled).toMatchObject({ spent: committed, claimed: [], freed: [] });
    expect(amounts(settled.after)).toEqual([50000, 33333, 16667]);
  });

  test('nothing advanced: all that is settled is still to pay', () => {
    const settled = settle(cents(361275), committed, []);
    expect(amounts(settled.after)).toEqual([180637, 120425, 60213]);
    expect(settled).toMatchObject({ spent: settled.after, claimed: [], freed: shares(19363, 12908, 6454) });
    expect(settle(cents(0), committed, [])).toEqual({ spent: [], after: [], claimed: [], freed: committed });
  });

  test('one cent falls on one source', () => {
    expect(amounts(settle(cents(1), committed, []).spent)).toEqual([1, 0, 0]);
    expect(amounts(settle(cents(299999), committed, shares(150000, 100000, 50000)).claimed)).toEqual([
      1, 0, 0,
    ]);
  });

  test('never less than nothing, never more than was granted', () => {
    expect(() => settle(cents(-1), committed, [])).toThrow(refusal('amountInvalid'));
    const tooHigh = refusal('settlementTooHigh', { amount: 400001n, granted: 400000n });
    expect(() => settle(cents(400001), committed, [])).toThrow(tooHigh);
  });

  test('unpaid is what each source of a grant still has to give', () => {
    expect(unpaid(committed, shares(100000, 66667))).toEqual([
      { sourceId: 'wmo', weight: 200000n, attributed: 100000n },
      { sourceId: 'jeugd', weight: 133333n, attributed: 66667n },
      { sourceId: 'leef', weight: 66667n, attributed: 0n },
    ]);
  });
});

describe('settlementLegs', () => {
  const legsOf = (amount: number, advanced: Share[]) =>
    settlementLegs(e4Grant, settle(cents(amount), committed, advanced), committed, advanced);

  test('above the advance', () => {
    expect(accountLines(legsOf(361275, shares(100000, 66667, 33333)))).toEqual([
      'D pool:soes:2026:verplicht:g 4000.00',
      'D lasten:6.1:g 3612.75',
      'C voorschot:g 2000.00',
      'C te_betalen:g 1612.75',
      'C pool:soes:2026:beschikbaar 387.25',
      'C baten:wmo:g 1806.37',
      'C baten:jeugd:g 1204.25',
      'C baten:leefbaarheid:g 602.13',
    ]);
  });

  test('nothing advanced and nothing spent: the grant is freed, no cost', () => {
    expect(accountLines(legsOf(0, []))).toEqual([
      'D pool:soes:2026:verplicht:g 4000.00',
      'C pool:soes:2026:beschikbaar 4000.00',
    ]);
  });

  test('nothing granted cannot be settled', () => {
    const nothing = settle(cents(0), [], []);
    expect(() => settlementLegs(e4Grant, nothing, [], [])).toThrow(refusal('amountInvalid'));
  });

  test('the same kolom pays in one account, from two sources', () => {
    const oneKolom: Grant = { ...e4Grant, kolomOf: () => 'fonds' };
    const income = settlementLegs(oneKolom, settle(cents(400000), committed, []), committed, []).filter(
      (leg) => leg.account.kind === 'income',
    );
    expect(new Set(income.map((leg) => leg.account.code))).toEqual(new Set(['baten:fonds:g']));
    expect(income).toHaveLength(3);
  });
});

describe('attributeClaim', () => {
  const claims = unused(shares(19363, 12908, 6454));

  test('never more than is open, never less than nothing', () => {
    expect(() => attributeClaim(cents(38726), claims)).toThrow(
      refusal('claimTooLow', { amount: 38726n, open: 38725n }),
    );
    const open = unpaid(shares(19363, 12908, 6454), shares(5000, 3333, 1667));
    expect(() => attributeClaim(cents(28726), open)).toThrow(
      refusal('claimTooLow', { amount: 28726n, open: 28725n }),
    );
    expect(() => attributeClaim(cents(1), [])).toThrow(refusal('claimTooLow', { amount: 1n, open: 0n }));
    expect(() => attributeClaim(cents(-1), claims)).toThrow(refusal('amountInvalid'));
  });

  test('nothing received or written off is no entry', () => {
    const nothing = attributeClaim(cents(0), claims);
    expect(() => clawbackLegs(nothing, e4Grant)).toThrow(refusal('amountInvalid'));
    expect(() => writeOffLegs(nothing, e4Grant)).toThrow(refusal('amountInvalid'));
  });
});

const file = sharedFile('golden/worked-examples.json');

describe.skipIf(!file)('the shared golden file (skipped where ../shared is absent)', () => {
  const golden = (): Golden => JSON.parse(readFileSync(file ?? '', 'utf8'));

  test('E4', () => {
    const [advance, after, freed] = golden().E4_verlening_4000_00['stappen(voorschot,nabetaling,vrijval)'];
    const advanced = shares(...(advance?.toe ?? []));
    const settled = settle(cents(Number(advance?.bedrag) + Number(after?.bedrag)), committed, advanced);
    expect(amounts(settled.after)).toEqual(after?.toe);
    expect(amounts(settled.freed)).toEqual(freed?.toe);
  });

  test('E4b', () => {
    const { E4b_terugvordering: example, E4b_journaal: journal } = golden();
    const advanced = attribute(cents(300000), unused(committed));
    expect(amounts(advanced)).toEqual(example.voorschot);
    const { spent, claimed, freed } = settle(cents(example.vastgesteld), committed, advanced);
    expect(amounts(claimed)).toEqual(example.terug);
    expect(amounts(claimed)).toEqual(journal.geblokkeerd_tot_ontvangst);
    expect(amounts(spent)).toEqual(example.besteed);
    expect(amounts(spent)).toEqual(journal.besteed);
    expect(amounts(freed)).toEqual(journal['direct_vrij(verleend-voorschot)']);
    expect(amounts(joined(joined(spent, claimed), freed))).toEqual(journal.som);
  });
});

describe('over any grant', () => {
  const amount = fc.oneof(fc.nat(20), fc.nat(10 ** 9));
  const part = fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true }));
  const source = fc.tuple(amount, part).map(([granted, paid]) => [granted, Math.floor(granted * paid)]);

  test('however it was advanced: spent + claimed + freed = granted per source, and either paid on or asked back', () => {
    fc.assert(
      fc.property(fc.array(source, { minLength: 3, maxLength: 3 }), part, (rows, used) => {
        const granted = rows.map(([all = 0]) => all);
        const paid = rows.map(([, advanced = 0]) => advanced);
        const settledAt = Math.floor(granted.reduce((a, b) => a + b) * used);
        const settled = settle(cents(settledAt), shares(...granted), shares(...paid));
        const of = (part: keyof typeof settled, index: number) => amounts(settled[part])[index] ?? 0;
        expect(totalOf(settled.spent)).toBe(BigInt(settledAt));
        expect([...settled.after, ...settled.claimed].every((share) => share.cents >= 0n)).toBe(true);
        expect([totalOf(settled.after), totalOf(settled.claimed)]).toContain(0n);
        granted.forEach((all, index) => {
          expect(of('spent', index) + of('claimed', index) + of('freed', index)).toBe(all);
          expect((paid[index] ?? 0) + of('after', index) - of('claimed', index)).toBe(of('spent', index));
          expect(Math.min(of('spent', index), of('freed', index))).toBeGreaterThanOrEqual(0);
        });
      }),
      { numRuns: 1000 },
    );
  });
});
