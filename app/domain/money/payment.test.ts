import { expect, test } from 'vitest';
import { batchNumberOf, endToEndIdOf, messageIdOf } from './payment';

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
