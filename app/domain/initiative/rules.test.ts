import { describe, expect, it } from 'vitest';
import { calendarDate } from '../calendar';
import { cents } from '../money/cents';
import { checkAgainstScheme, type CheckFacts, type InitiativeToCheck, type SchemeRules } from './rules';

const scheme: SchemeRules = {
  maxAmountCents: cents(250_000),
  minAge: 16,
  leadTimeWeeks: 6,
  supportTiers: [{ fromCents: cents(100_000), minFor: 10 }],
  ownContributionPct: 10,
};
const fits: InitiativeToCheck = {
  requestedCents: cents(90_000),
  totalCents: cents(100_000),
  ownCents: cents(10_000),
  startsOn: calendarDate('2026-05-01'),
};
const facts: CheckFacts = { today: calendarDate('2026-03-03'), age: 41, supportFor: 0 };

const check = (
  initiative: Partial<InitiativeToCheck> = {},
  known: Partial<CheckFacts> = {},
  rules: Partial<SchemeRules> = {},
) => checkAgainstScheme({ ...fits, ...initiative }, { ...scheme, ...rules }, { ...facts, ...known });

describe('an initiative against its scheme', () => {
  it('finds nothing when it fits', () => {
    expect(check()).toEqual([]);
  });

  it('finds an amount above the maximum, from the first cent', () => {
    expect(check({ requestedCents: cents(250_000) }, { supportFor: 10 })).toEqual([]);
    expect(check({ requestedCents: cents(250_001) }, { supportFor: 10 })).toEqual([
      { code: 'aboveMaximum', field: 'lines', detail: { maximum: 250_000n, requestedCents: 250_001n } },
    ]);
  });

  it('finds an applicant who is too young', () => {
    expect(check({}, { age: 16 })).toEqual([]);
    expect(check({}, { age: 15 })).toEqual([{ code: 'tooYoung', field: 'bornOn', detail: { minAge: 16 } }]);
  });

  it('finds a start within the lead time, and names the first possible day', () => {
    expect(check({ startsOn: calendarDate('2026-04-14') })).toEqual([]);
    expect(check({ startsOn: calendarDate('2026-04-13') })).toEqual([
      { code: 'tooSoon', field: 'startsOn', detail: { weeks: 6, earliest: '2026-04-14' } },
    ]);
  });

  it('finds too little support for the amount', () => {
    const more = { requestedCents: cents(100_000) };
    expect(check(more, { supportFor: 10 })).toEqual([]);
    expect(check(more, { supportFor: 9 })).toEqual([
      { code: 'supportShort', field: 'support', detail: { needed: 10, supportFor: 9 } },
    ]);
  });

  it('finds an own contribution that is a cent short, rounding what is needed up', () => {
    expect(check({ ownCents: cents(9_999) })).toEqual([
      { code: 'ownContributionShort', field: 'ownCents', detail: { needed: 10_000n, percent: 10 } },
    ]);
    expect(check({ totalCents: cents(100_001), ownCents: cents(10_000) })).toMatchObject([
      { detail: { needed: 10_001n } },
    ]);
  });

  it('asks no own contribution when the scheme asks none', () => {
    expect(check({ ownCents: cents(0) }, {}, { ownContributionPct: 0 })).toEqual([]);
  });

  it('asks for a date of birth and a start that are not there yet', () => {
    expect(check({ startsOn: null }, { age: null })).toEqual([
      { code: 'required', field: 'bornOn', detail: {} },
      { code: 'required', field: 'startsOn', detail: {} },
    ]);
  });

  it('reports everything at once, in a fixed order', () => {
    const found = check(
      { requestedCents: cents(300_000), ownCents: cents(0), startsOn: calendarDate('2026-03-04') },
      { age: 12 },
    );
    expect(found.map(({ code, field }) => `${code}@${field}`)).toEqual([
      'aboveMaximum@lines',
      'tooYoung@bornOn',
      'tooSoon@startsOn',
      'supportShort@support',
      'ownContributionShort@ownCents',
    ]);
  });
});
