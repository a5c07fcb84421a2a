import { describe, expect, it } from 'vitest';
import { calendarDate } from '../calendar';
import { DomainError } from '../errors';
import { assertSeating, endingWindow, type Term, termEnd } from './membership';

const term = (change: Partial<Term> = {}): Term => ({
  ...{ seatId: 'a', personId: 'Samira', duty: 'member' as const },
  validFrom: calendarDate('2026-01-01'),
  validTo: calendarDate('2026-07-01'),
  ...change,
});
const next = { validFrom: calendarDate('2026-07-01'), validTo: null };

describe('seating somebody', () => {
  it('is fine in a free seat, and on the very day after who sat there', () => {
    expect(() => assertSeating(term(), [])).not.toThrow();
    expect(() => assertSeating(term(next), [term()])).not.toThrow();
    expect(() => assertSeating(term(), [term(next)])).not.toThrow();
  });

  it.each([
    ['seatTaken', 'from', { personId: 'Joost' }],
    ['seatTaken', 'from', { personId: 'Joost', ...next, validFrom: calendarDate('2026-06-30') }],
    ['seatedAlready', 'email', { seatId: 'b' }],
    ['dutyTaken', 'duty', { seatId: 'b', personId: 'Joost', duty: 'chair' }],
  ] as const)('is "%s" at %s', (code, field, change) => {
    const others = [term({ duty: 'chair' })];
    expect(() => assertSeating(term(change), others)).toThrow(new DomainError(code, { field }));
  });

  it('takes many members, and a chair beside a secretary', () => {
    const other = { seatId: 'b', personId: 'Joost' };
    expect(() => assertSeating(term(other), [term()])).not.toThrow();
    expect(() =>
      assertSeating(term({ ...other, duty: 'secretary' }), [term({ duty: 'chair' })]),
    ).not.toThrow();
  });

  it('is taken for ever where a term has no end', () => {
    const open = term({ validTo: null });
    const wanted = term({ personId: 'Joost', ...next });
    expect(() => assertSeating(wanted, [open])).toThrow(new DomainError('seatTaken', { field: 'from' }));
  });
});

describe('the end of a term', () => {
  it.each([
    ['2026-03-10', 4, '2030-03-10'],
    ['2028-02-29', 1, '2029-03-01'],
    ['2028-02-29', 4, '2032-03-01'],
  ])('of %s for %d years is %s', (from, years, end) => {
    expect(termEnd(calendarDate(from), years)).toBe(end);
  });
});

describe('the last day of a membership', () => {
  const today = calendarDate('2026-03-10');

  it.each([
    [{ validFrom: '2026-01-01', validTo: null }, '2026-03-10', '2100-12-31'],
    [{ validFrom: '2026-04-01', validTo: null }, '2026-04-01', '2100-12-31'],
    [{ validFrom: '2026-01-01', validTo: '2026-07-01' }, '2026-03-10', '2026-06-29'],
    [{ validFrom: '2026-01-01', validTo: '2026-03-12' }, '2026-03-10', '2026-03-10'],
  ])('of %o is from %s to %s', ({ validFrom, validTo }, earliest, latest) => {
    const period = {
      validFrom: calendarDate(validFrom),
      validTo: validTo === null ? null : calendarDate(validTo),
    };
    expect(endingWindow(period, today)).toEqual({ earliest, latest });
  });

  it('is none where it ends today, or has ended', () => {
    const period = { validFrom: calendarDate('2026-01-01'), validTo: calendarDate('2026-03-11') };
    expect(() => endingWindow(period, today)).toThrow(new DomainError('alreadyDone'));
  });
});
