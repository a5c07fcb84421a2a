import { expect, test } from 'vitest';
import { cents } from '../money/cents';
import { calendarDate } from '../calendar';
import { lastOf, mayBeLeftOut } from './leave-out';

test('a wijk is left out only when nobody, nothing and no cent waits there', () => {
  const empty = { residents: 0, openInitiatives: 0, left: cents(0), wasUsed: true };
  expect(mayBeLeftOut(empty)).toBe(true);
  expect(mayBeLeftOut({ ...empty, residents: 1 })).toBe(false);
  expect(mayBeLeftOut({ ...empty, openInitiatives: 1 })).toBe(false);
  expect(mayBeLeftOut({ ...empty, left: cents(1) })).toBe(false);
});

test('a wijk that was used ends today; one that never was leaves no year behind', () => {
  const [from, today] = [calendarDate('2024-01-01'), calendarDate('2026-11-30')];
  expect(lastOf(from, { wasUsed: true }, today)).toBe('2026-11-30');
  expect(lastOf(from, { wasUsed: false }, today)).toBe('2024-01-02');
});
