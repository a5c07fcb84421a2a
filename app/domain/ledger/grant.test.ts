import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Booked, plans, played, sharesOn } from '../../../tests/support/grant-history';
import { cents } from '../money/cents';
import { type AccountKind, accountKinds, uncollectable } from './accounts';
import { grantPhases, grantStanding, highestAdvance, moneyPerSource } from './grant';
import { totalOf } from './posting';

/** Balances of a grant's sub-accounts, each given on its normal side. */
const rows = (amounts: Partial<Record<AccountKind, number>>) =>
  (Object.keys(amounts) as AccountKind[]).map((kind) => {
    const amount = amounts[kind] ?? 0;
    return { kind, cents: cents(accountKinds[kind].normal === 'debit' ? amount : -amount) };
  });

describe('where a grant of 4,000.00 stands', () => {
  test.each([
    ['granted', 'granted', 0, { committed: 400000 }, false],
    ['an advance waits', 'advanced', 0, { committed: 400000, advance: 300000, payable: 300000 }, false],
    ['it is under way', 'advanced', 0, { committed: 400000, advance: 300000, underWay: 300000 }, false],
    ['it is paid', 'advanced', 300000, { committed: 400000, advance: 300000, payable: 0 }, false],
    ['settled, the rest waits', 'settled', 300000, { cost: 361275, income: 361275, payable: 61275 }, true],
    ['the rest is under way', 'settled', 300000, { cost: 361275, income: 361275, underWay: 61275 }, true],
    ['all is paid', 'closed', 361275, { cost: 361275, income: 361275, payable: 0 }, true],
    ['too much was advanced', 'claimed', 300000, { cost: 261275, claim: 38725, blocked: 38725 }, true],
    ['a part came back', 'claimed', 290000, { cost: 261275, claim: 28725, blocked: 28725 }, true],
    ['all came back', 'closed', 261275, { cost: 261275, claim: 0, blocked: 0 }, true],
    ['the rest is written off', 'closed', 290000, { cost: 290000, claim: 0, blocked: 0 }, true],
    ['settled at nothing', 'closed', 0, { committed: 0 }, true],
  ] as const)('%s: %s, %i paid', (_, phase, paid, amounts, settled) => {
    expect(grantStanding(rows(amounts), settled)).toMatchObject({ phase, paid: BigInt(paid) });
  });

  test('each kind of account is summed over sources and details, on its normal side', () => {
    const twice = { committed: 100, advance: 60, payable: 10, underWay: 2, claim: 5, blocked: 4, cost: 3 };
    expect(grantStanding([...rows(twice), ...rows(twice), ...rows({ income: 9, bank: 7 })], false)).toEqual({
      committed: 200n,
      advance: 120n,
      payable: 20n,
      underWay: 4n,
      claim: 10n,
      blocked: 8n,
      cost: 6n,
      paid: 112n,
      phase: 'advanced',
    });
  });

  test('nothing booked is a grant without money', () => {
    expect(grantStanding([], false)).toMatchObject({ committed: 0n, paid: 0n, phase: 'granted' });
  });
});

test.each([
  [400000, 75, 300000],
  [401, 75, 300],
  [1, 99, 0],
  [401, 100, 401],
  [401, 0, 0],
])('of %i at most %i percent in advance is %i: rounded down', (granted, pct, most) => {
  expect(highestAdvance(cents(granted), pct)).toBe(BigInt(most));
});

test('through any life a grant only moves on, ends closed, and paid is what left the bank', () => {
  fc.assert(
    fc.property(plans, (plan) => {
      const history = played(plan);
      const first = history.findIndex((entry) => entry.kind === 'grant');
      const received = totalOf(sharesOn(legsOf(history.slice(0, first)), 'bank'));
      const standings = history.slice(first).map((_, index) => {
        const legs = legsOf(history.slice(0, first + index + 1));
        const settled = history.slice(0, first + index + 1).some((entry) => entry.kind === 'settlement');
        const balances = legs.map(({ account, cents: amount }) => ({ kind: account.kind, cents: amount }));
        const standing = grantStanding(balances, settled);
        expect(standing.paid).toBe(received - totalOf(sharesOn(legs, 'bank')));
        return standing;
      });
      const steps = standings.map(({ phase }) => grantPhases.indexOf(phase));
      expect(steps).toEqual([...steps].sort((a, b) => a - b));
      expect(standings.at(-1)?.phase).toBe('closed');
    }),
    { numRuns: 1000 },
  );
});

const legsOf = (history: Booked[]) => history.flatMap(({ legs }) => legs);

test('per source: what was paid and settled of it, without what was written off', () => {
  const at = (
    sourceId: string,
    amounts: Partial<Record<AccountKind, number>>,
    detail: string | null = null,
  ) => rows(amounts).map((row) => ({ ...row, sourceId, detail }));
  const accounts = [
    ...at('wmo', { cost: 200000, claim: 0 }),
    ...at('wmo', { cost: 10000 }, uncollectable),
    ...at('jeugd', { cost: 100000, payable: 40000 }),
  ];
  const sources = [
    { id: 'jeugd', name: 'Jeugd' },
    { id: 'wmo', name: 'Wmo' },
    { id: 'sponsor', name: 'Sponsor' },
  ];
  expect(moneyPerSource(sources, accounts, true)).toEqual([
    { id: 'jeugd', name: 'Jeugd', paid: 60000n, settled: 100000n },
    { id: 'wmo', name: 'Wmo', paid: 210000n, settled: 200000n },
    { id: 'sponsor', name: 'Sponsor', paid: 0n, settled: 0n },
  ]);
});
