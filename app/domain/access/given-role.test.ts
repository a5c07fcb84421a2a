import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { addDays, calendarDate, daysBetween } from '../calendar';
import { DomainError } from '../errors';
import { windowFrom } from '../windows';
import { assertOther, givenRole, givenRoles, reachOf, termOf } from './given-role';

const today = calendarDate('2026-11-30');

describe('a role with its reach', () => {
  const chosen = { areaId: 'parkwijk', bodyId: 'raad' };

  test.each(givenRoles)('%s takes what it asks, and nothing else', (role) => {
    const own = { area: { areaId: 'parkwijk' }, body: { bodyId: 'raad' }, gemeente: {} }[reachOf[role]];
    expect(givenRole(role, chosen)).toEqual({ role, ...own });
  });

  test.each([
    ['networker', 'areaId'],
    ['areaManager', 'areaId'],
    ['member', 'bodyId'],
    ['chair', 'bodyId'],
    ['secretary', 'bodyId'],
  ] as const)('%s without one is refused at %s', (role, field) => {
    expect(() => givenRole(role, {})).toThrow(expect.objectContaining({ code: 'required', field }) as Error);
  });
});

describe('the term of a role', () => {
  test('runs up to and including its last day', () => {
    const lastDay = calendarDate('2026-12-31');
    expect(termOf(today, { validFrom: today, lastDay })).toEqual({
      validFrom: today,
      validTo: calendarDate('2027-01-01'),
    });
  });

  test('may be one day, or have no end', () => {
    expect(termOf(today, { validFrom: today, lastDay: today }).validTo).toBe('2026-12-01');
    expect(termOf(today, { validFrom: today })).toEqual({ validFrom: today, validTo: null });
  });

  test.each([
    ['validFrom', { validFrom: calendarDate('2026-11-29') }],
    ['validFrom', { validFrom: calendarDate('2029-01-01') }],
    ['lastDay', { validFrom: calendarDate('2026-12-02'), lastDay: calendarDate('2026-12-01') }],
    ['lastDay', { validFrom: today, lastDay: calendarDate('2100-12-31') }],
  ])('is refused at %s', (field, typed) => {
    expect(() => termOf(today, typed)).toThrow(
      expect.objectContaining({ code: 'dateOutside', field }) as Error,
    );
  });
});

describe('any two days', () => {
  const span = fc.tuple(fc.integer({ min: -400, max: 900 }), fc.integer({ min: -400, max: 900 }));

  property.prop([span])('make a term of that length, or are refused', ([from, last]) => {
    const [validFrom, lastDay] = [addDays(today, from), addDays(today, last)];
    const { latest } = windowFrom(today, 'role');
    const fine = from >= 0 && validFrom <= latest && last >= from;
    let term: ReturnType<typeof termOf> | undefined;
    try {
      term = termOf(today, { validFrom, lastDay });
    } catch (error) {
      expect(error).toBeInstanceOf(DomainError);
    }
    expect(term !== undefined).toBe(fine);
    if (term?.validTo) expect(daysBetween(validFrom, term.validTo)).toBe(last - from + 1);
  });
});

test('every role that can be given asks for one place, or none', () => {
  const asks = (place: 'area' | 'body' | 'gemeente') => givenRoles.filter((role) => reachOf[role] === place);
  expect(asks('area')).toEqual(['networker', 'areaManager']);
  expect(asks('body')).toEqual(['member', 'chair', 'secretary']);
  expect(asks('gemeente')).toEqual(['controller', 'payer', 'moderator', 'admin']);
});

test('nobody does it to themselves', () => {
  expect(() => assertOther('daan', 'daan')).toThrow('aboutYourself');
  expect(() => assertOther('daan', 'noor')).not.toThrow();
  expect(() => assertOther(null, 'noor')).not.toThrow();
});
