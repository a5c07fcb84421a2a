import { describe, expect, test } from 'vitest';
import { calendarDate } from '../calendar';
import { batchNumberOf, batchState, endToEndIdOf, executionDay, messageIdOf } from './payment';

test('a payment is named by its batch and its place in it', () => {
  expect(messageIdOf(7)).toBe('WK-000007');
  expect(endToEndIdOf(7, 12)).toBe('WK-000007-0012');
  expect(endToEndIdOf(1_234_567, 123_456)).toBe('WK-1234567-123456');
});

test.each([
  [messageIdOf(7), 7],
  [messageIdOf(1_234_567), 1_234_567],
  [endToEndIdOf(7, 1), null],
  ['', null],
  [`NL-${messageIdOf(7)}`, null],
])('%s is batch %s', (messageId, number) => {
  expect(batchNumberOf(messageId)).toBe(number);
});

const none = { lines: 3, arrived: 0, returned: 0, changed: 0, undone: 0 };
test.each([
  ['waiting', { verdict: null, ...none, changed: 1 }],
  ['withdrawn', { verdict: 'withdrawn', ...none, changed: 1 }],
  ['approved', { verdict: 'approved', ...none, arrived: 2, returned: 1 }],
  ['fallen', { verdict: 'approved', ...none, changed: 1 }],
  ['fallen', { verdict: 'approved', ...none, undone: 1 }],
  ['fallen', { verdict: 'approved', ...none, arrived: 1, undone: 1 }],
  ['undone', { verdict: 'approved', ...none, undone: 3 }],
  ['undone', { verdict: 'approved', ...none, arrived: 1, returned: 1, undone: 1 }],
] as const)('a batch is %s: %o', (state, counts) => {
  expect(batchState(counts)).toBe(state);
});

describe('the day on which the bank is asked to pay', () => {
  const off = calendarDate('2026-06-02');
  const day = (executeOn: string, approvedOn: string | null) =>
    executionDay(
      {
        executeOn: calendarDate(executeOn),
        approvedOn: approvedOn === null ? null : calendarDate(approvedOn),
      },
      (each) => each === off,
    );

  test.each([
    ['as asked', '2026-06-01', null, '2026-06-01'],
    ['as asked, approved before', '2026-06-04', '2026-06-01', '2026-06-04'],
    ['not before the approval', '2026-06-01', '2026-06-04', '2026-06-04'],
    ['not on a day off', '2026-06-02', null, '2026-06-03'],
    ['not at a weekend, approved then', '2026-06-01', '2026-06-06', '2026-06-08'],
  ])('is %s', (_, executeOn, approvedOn, expected) => {
    expect(day(executeOn, approvedOn)).toBe(expected);
  });
});
