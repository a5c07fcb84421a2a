import { expect, test } from 'vitest';
import { runningTotal } from './running-total';

const line = (quantity: string, unitCents: string) => ({ quantity, unitCents });

test.each([
  [{}, 0n, 0n],
  [{ lines: [line('2', '12,50'), line('1', '')], ownCents: '5' }, 2500n, 2000n],
  [{ lines: [line('', '3'), undefined], ownCents: '' }, 300n, 300n],
  [{ lines: [line('1', '1.250')], ownCents: '2.000' }, 125_000n, -75_000n],
])('%j', (typed, totalCents, requestedCents) => {
  expect(runningTotal(typed)).toMatchObject({ totalCents, requestedCents });
});

test.each([
  { lines: [line('1', 'x')] },
  { lines: [line('twee', '1')] },
  { lines: [line('-1', '1')] },
  { lines: [line('1', '-1')] },
  { ownCents: '1e3' },
])('%j cannot be read', (typed) => {
  expect(runningTotal(typed)).toBeNull();
});
