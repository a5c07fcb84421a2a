import { describe, expect, test } from 'vitest';
import { cents } from '../money/cents';
import { type AccountKind } from './accounts';
import { type GrantStanding, grantStanding } from './grant';
import { advanceRoom, openActs, openOf, turnOf } from './grant-acts';

/** A grant of € 100,00 from its balances in cents, debit positive. */
function standing(balances: Partial<Record<AccountKind, number>>, settled = false): GrantStanding {
  const rows = Object.entries(balances).map(([kind, amount]) => ({
    kind: kind as AccountKind,
    cents: cents(amount),
  }));
  return grantStanding(rows, settled);
}

const life: [string, GrantStanding, ReturnType<typeof openActs>, ReturnType<typeof turnOf>, bigint][] = [
  ['granted', standing({ committed: -10_000 }), ['advance', 'settle'], 'controller', 10_000n],
  [
    'advanced, not paid',
    standing({ committed: -10_000, advance: 5_000, payable: -5_000 }),
    ['advance'],
    'payer',
    10_000n,
  ],
  [
    'advanced, under way',
    standing({ committed: -10_000, advance: 5_000, underWay: -5_000 }),
    ['advance', 'settle'],
    'bank',
    10_000n,
  ],
  [
    'advanced and paid',
    standing({ committed: -10_000, advance: 5_000 }),
    ['advance', 'settle'],
    'controller',
    5_000n,
  ],
  ['advanced in full', standing({ committed: -10_000, advance: 8_000 }), ['settle'], 'controller', 2_000n],
  [
    'in full, not paid',
    standing({ committed: -10_000, advance: 8_000, payable: -8_000 }),
    [],
    'payer',
    10_000n,
  ],
  [
    'settled, rest waits',
    standing({ cost: 9_000, income: -9_000, payable: -1_000 }, true),
    [],
    'payer',
    1_000n,
  ],
  [
    'settled, rest under way',
    standing({ cost: 9_000, income: -9_000, underWay: -1_000 }, true),
    [],
    'bank',
    1_000n,
  ],
  [
    'asked back',
    standing({ cost: 7_000, income: -7_000, claim: 1_000, blocked: -1_000 }, true),
    ['receive', 'writeOff'],
    'controller',
    1_000n,
  ],
  ['closed', standing({ cost: 9_000, income: -9_000 }, true), [], 'nobody', 0n],
];

describe('a grant through its life, of which 80 % may be advanced', () => {
  test.each(life)('%s', (_when, now, acts, turn, open) => {
    expect(openActs(now, 80)).toEqual(acts);
    expect(turnOf(now)).toBe(turn);
    expect(openOf(now)).toBe(open);
  });
});

test('the room for an advance is rounded down to a whole cent', () => {
  expect(advanceRoom(standing({ committed: -3_333, advance: 1_000 }), 50)).toBe(666n);
  expect(openActs(standing({ committed: -10_000 }), 0)).toEqual(['settle']);
});

test.each(['settled', 'closed'] as const)('a %s grant is neither advanced nor settled again', (phase) => {
  expect(openActs({ ...standing({ committed: -10_000 }), phase }, 80)).toEqual([]);
});
