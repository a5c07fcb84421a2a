import { describe, expect, it } from 'vitest';
import { cents } from '../money/cents';
import { calendarDate } from '../calendar';
import { DomainError } from '../errors';
import { limitOf, mandateEndedBy, mandateFrom, routeInitiative, type RoutingInput } from './mandate';

const input: RoutingInput = {
  amount: cents(100_000),
  areaIds: ['parkwijk'],
  buurtraadAreaIds: ['parkwijk', 'parkwijk-noord'],
  maxPerDecision: cents(250_000),
  cumulativeForApplicant: cents(0),
  maxPerApplicantPerYear: cents(400_000),
  grantedThisYear: cents(0),
  maxPerPeriod: null,
  theme: 'groen',
  themes: [],
  quorumPossible: true,
};
const route = (change: Partial<RoutingInput>) => routeInitiative({ ...input, ...change });

describe('routing (domain.md §3.4)', () => {
  it('keeps an initiative within the mandate at the buurtraad', () => {
    expect(route({})).toEqual({ body: 'buurtraad', because: 'withinMandate' });
  });

  it('keeps several areas of the same buurtraad together', () => {
    expect(route({ areaIds: ['parkwijk', 'parkwijk-noord'] }).body).toBe('buurtraad');
  });

  it('sends on what touches the area of another buurtraad', () => {
    expect(route({ areaIds: ['parkwijk', 'kruiskade'] })).toEqual({
      body: 'stadsraad',
      because: 'severalAreas',
    });
  });

  it('sends on an amount above the mandate, from the first cent', () => {
    expect(route({ amount: cents(250_000) }).body).toBe('buurtraad');
    expect(route({ amount: cents(250_001) })).toEqual({ body: 'stadsraad', because: 'aboveMandate' });
  });

  it('sends on an applicant who splits a plan, from the first cent over the yearly limit', () => {
    expect(route({ cumulativeForApplicant: cents(300_000) }).body).toBe('buurtraad');
    expect(route({ cumulativeForApplicant: cents(300_001) })).toEqual({
      body: 'stadsraad',
      because: 'cumulative',
    });
  });

  it('sends on what the body may not decide about', () => {
    expect(route({ themes: ['zorg', 'groen'] }).body).toBe('buurtraad');
    expect(route({ themes: ['zorg'] })).toEqual({ body: 'stadsraad', because: 'otherTheme' });
  });

  it('sends on what goes over the limit of the year, from the first cent', () => {
    const year = { maxPerPeriod: cents(500_000) };
    expect(route({ ...year, grantedThisYear: cents(400_000) }).body).toBe('buurtraad');
    expect(route({ ...year, grantedThisYear: cents(400_001) })).toEqual({
      body: 'stadsraad',
      because: 'periodSpent',
    });
  });

  it('sends on when conflicts leave no quorum', () => {
    expect(route({ quorumPossible: false })).toEqual({ body: 'stadsraad', because: 'quorumImpossible' });
  });

  it('names the first reason that applies', () => {
    const all = {
      areaIds: ['kruiskade'],
      amount: cents(500_000),
      cumulativeForApplicant: cents(400_000),
      quorumPossible: false,
    };
    expect(route(all).because).toBe('severalAreas');
    expect(route({ ...all, areaIds: ['parkwijk'] }).because).toBe('aboveMandate');
    expect(route({ ...all, areaIds: ['parkwijk'], amount: cents(1) }).because).toBe('cumulative');
  });
});

describe('the own limits of a body', () => {
  it('hold for the stadsraad too', () => {
    expect(limitOf(input)).toBeNull();
    expect(limitOf({ ...input, amount: cents(250_001) })).toBe('aboveMandate');
    expect(limitOf({ ...input, themes: ['zorg'] })).toBe('otherTheme');
    expect(limitOf({ ...input, maxPerPeriod: cents(99_999) })).toBe('periodSpent');
  });
});

describe('a new mandate', () => {
  const today = calendarDate('2026-06-01');
  const term = (validFrom: string, validTo: string | null = null) => ({
    ...{ id: validFrom, validFrom: calendarDate(validFrom) },
    validTo: validTo === null ? null : calendarDate(validTo),
  });

  it('holds from today on, or from tomorrow where one holds today', () => {
    expect(mandateFrom([], today)).toBe('2026-06-01');
    expect(mandateFrom([term('2025-01-01', '2026-06-01')], today)).toBe('2026-06-01');
    expect(mandateFrom([term('2025-01-01')], today)).toBe('2026-06-02');
  });

  it('ends the one that holds on its first day', () => {
    expect(mandateEndedBy([], today)).toBeUndefined();
    expect(mandateEndedBy([term('2025-01-01')], today)?.id).toBe('2025-01-01');
    expect(mandateEndedBy([term('2025-01-01', '2026-01-01')], today)).toBeUndefined();
  });

  it.each(['2026-06-01', '2026-07-01'])('is refused where one begins on %s', (from) => {
    const error = new DomainError('rulesTaken', { field: 'from' });
    expect(() => mandateEndedBy([term(from)], today)).toThrow(error);
  });
});
