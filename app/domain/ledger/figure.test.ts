import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { themes } from '../initiative/purpose';
import { cents, sum } from '../money/cents';
import { type AccountKind, accountKinds } from './accounts';
import {
  amountOf,
  budgetOfCells,
  budgetsBy,
  type Figure,
  figures,
  flowOf,
  type MoneyCell,
  signsIn,
} from './figure';
import { kolommen } from './kolom';

const all = Object.keys(figures) as Figure[];
const forGrant: readonly AccountKind[] = [
  'committed',
  'blocked',
  'income',
  'payable',
  'underWay',
  'advance',
  'cost',
  'claim',
];

const cell = (part: Partial<MoneyCell>): MoneyCell => ({
  ...{ source: 'wmo-2026', kolom: 'wmo', wijk: 'parkwijk', theme: null, kind: 'available', cents: cents(0) },
  ...part,
});

/** Balances that pools may have: what stands on an account of a grant has a theme, what is free has none. */
const cells: fc.Arbitrary<MoneyCell[]> = fc.array(
  fc
    .record({
      kolom: fc.constantFrom(...kolommen.slice(0, 3)),
      wijk: fc.constantFrom('parkwijk', 'kruiskade'),
      theme: fc.constantFrom(...themes),
      kind: fc.constantFrom<AccountKind>('available', 'reserved', ...forGrant),
      amount: fc.bigInt(0n, 10n ** 9n),
    })
    .map(({ kolom, wijk, theme, kind, amount }) =>
      cell({
        ...{ source: `${kolom}-2026`, kolom, wijk, kind },
        theme: kind === 'available' ? null : theme,
        cents: cents(accountKinds[kind].normal === 'debit' ? amount : -amount),
      }),
    ),
);

describe('figures', () => {
  test('what was given away is granted and paid together', () => {
    const budget = budgetOfCells([
      cell({ kind: 'committed', cents: cents(-900) }),
      cell({ kind: 'advance', cents: cents(400) }),
    ]);
    expect(all.map((figure) => [figure, amountOf(figure, budget)])).toEqual([
      ['budget', 900n],
      ['left', 0n],
      ['reserved', 0n],
      ['granted', 500n],
      ['paid', 400n],
      ['settled', 0n],
      ['given', 900n],
    ]);
  });

  test('the signs of a figure add its accounts up to its amount', () => {
    fc.assert(
      fc.property(cells, fc.constantFrom(...all), (some, figure) => {
        const signs = new Map(signsIn(figure));
        const total = some.reduce(
          (sum, { kind, cents: amount }) => sum + amount * (signs.get(kind) ?? 0n),
          0n,
        );
        expect(total).toBe(amountOf(figure, budgetOfCells(some)));
      }),
    );
  });

  test('an account that cancels out does not count', () => {
    const kinds = signsIn('given').map(([kind]) => kind);
    expect(kinds).toEqual(['committed', 'blocked', 'income']);
    expect(signsIn('paid')).toContainEqual(['payable', 1n]);
    expect(signsIn('left')).toEqual([['available', -1n]]);
  });
});

describe('budgets per key', () => {
  test('stand in the order in which the keys come, and lose nothing', () => {
    const some = [
      cell({ wijk: 'soes', cents: cents(-5) }),
      cell({ wijk: 'park', cents: cents(-7) }),
      cell({ wijk: 'soes', kind: 'reserved', cents: cents(-2) }),
    ];
    const budgets = budgetsBy(some, ({ wijk }) => wijk);
    expect([...budgets].map(([wijk, { budget, left }]) => [wijk, budget, left])).toEqual([
      ['soes', 7n, 5n],
      ['park', 7n, 7n],
    ]);
  });

  test('add up to the whole, whatever the key', () => {
    fc.assert(
      fc.property(cells, fc.constantFrom('kolom', 'wijk', 'theme', 'kind'), (some, key) => {
        const parts = [...budgetsBy(some, (each) => each[key as keyof MoneyCell]).values()];
        expect(sum(parts.map(({ budget }) => budget))).toBe(budgetOfCells(some).budget);
      }),
    );
  });
});

describe('the flow', () => {
  test('leads from kolom to wijk, and on to a theme, a reservation or nothing yet', () => {
    const flow = flowOf([
      cell({ cents: cents(-100) }),
      cell({ kolom: 'jeugd', kind: 'reserved', theme: 'groen', cents: cents(-30) }),
      cell({ kind: 'committed', theme: 'groen', cents: cents(-20) }),
      cell({ kind: 'advance', theme: 'groen', cents: cents(15) }),
    ]);
    expect(flow.in).toEqual([
      { from: 'wmo', to: 'parkwijk', cents: 120n },
      { from: 'jeugd', to: 'parkwijk', cents: 30n },
    ]);
    expect(flow.out).toEqual([
      { from: 'parkwijk', to: 'left', cents: 100n },
      { from: 'parkwijk', to: 'reserved', cents: 30n },
      { from: 'parkwijk', to: 'groen', cents: 20n },
    ]);
  });

  test('has no bands without money', () => {
    const flow = flowOf([
      cell({ cents: cents(-100) }),
      cell({ kolom: 'jeugd', wijk: 'kruiskade', kind: 'committed', theme: 'groen' }),
    ]);
    expect(flow).toEqual({
      in: [{ from: 'wmo', to: 'parkwijk', cents: 100n }],
      out: [{ from: 'parkwijk', to: 'left', cents: 100n }],
    });
  });

  test('brings as much to every wijk as goes out of it, whatever was booked', () => {
    fc.assert(
      fc.property(cells, (some) => {
        const flow = flowOf(some);
        for (const wijk of ['parkwijk', 'kruiskade']) {
          const into = sum(flow.in.filter(({ to }) => to === wijk).map((band) => band.cents));
          const out = sum(flow.out.filter(({ from }) => from === wijk).map((band) => band.cents));
          expect(out).toBe(into);
        }
      }),
    );
  });
});
