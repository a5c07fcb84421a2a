import { describe, expect, it } from 'vitest';
import { calendarDate } from '../calendar';
import { DomainError } from '../errors';
import { cents, zero } from '../money/cents';
import {
  assertAhead,
  assertStart,
  assertTerms,
  type SchemeTerms,
  standingOfVersions,
  type termBounds,
} from './scheme';
import { presets } from './scheme-presets';

const { terms } = presets.college;
const tier = (euros: number, minFor: number, radiusMetres: number | null = null) => ({
  fromCents: cents(euros * 100),
  minFor,
  radiusMetres,
});
const cap = { kind: 'Maaltijd', unit: 'perPerson', amountCents: cents(1000), pct: null } as const;

/** 'fits', or the code and the field of the refusal. */
function answer(change: Partial<SchemeTerms>): string {
  try {
    assertTerms({ ...terms, ...change });
    return 'fits';
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return `${error.code} ${error.field}`;
  }
}

describe('rules of a scheme', () => {
  it.each<[string, Partial<SchemeTerms>, string]>([
    ['as they are', {}, 'fits'],
    ['a term of no weeks to decide', { decisionWeeks: 0 }, 'numberInvalid decisionWeeks'],
    ['half a week', { leadTimeWeeks: 1.5 }, 'numberInvalid leadTimeWeeks'],
    ['more than all', { advancePct: 101 }, 'numberInvalid advancePct'],
    ['no term to account', { accountWithinWeeks: null }, 'fits'],
    ['nothing to ask', { maxAmountCents: zero }, 'amountInvalid maxAmountCents'],
    ['nobody who may ask', { applicantKinds: [] }, 'required applicantKinds'],
    ['no support', { supportTiers: [] }, 'fits'],
    ['tiers in any order', { supportTiers: [tier(500, 8), tier(0, 3, 100)] }, 'fits'],
    ['a tier of nobody', { supportTiers: [tier(0, 0)] }, 'numberInvalid supportTiers'],
    ['neighbours at the door', { supportTiers: [tier(0, 1, 9)] }, 'numberInvalid supportTiers'],
    ['a tier twice', { supportTiers: [tier(5, 1), tier(5, 2)] }, 'twiceNamed supportTiers'],
    ['fewer for more', { supportTiers: [tier(9, 1), tier(5, 2)] }, 'tiersFalling supportTiers'],
    [
      'too many tiers',
      { supportTiers: Array.from({ length: 9 }, (_, n) => tier(n, 1)) },
      'tooMany supportTiers',
    ],
    ['a cap', { caps: [cap] }, 'fits'],
    ['a part', { caps: [{ ...cap, unit: 'pctOfBudget', amountCents: null, pct: 10 }] }, 'fits'],
    ['a cap of nothing', { caps: [{ ...cap, amountCents: zero }] }, 'amountInvalid caps'],
    ['a cap without an amount', { caps: [{ ...cap, amountCents: null }] }, 'amountInvalid caps'],
    ['a cap without a kind', { caps: [{ ...cap, kind: '' }] }, 'required caps'],
    ['both', { caps: [{ ...cap, pct: 10 }] }, 'formInvalid caps'],
    ['a part in euros', { caps: [{ ...cap, unit: 'pctOfBudget' }] }, 'formInvalid caps'],
    [
      'a part of nothing',
      { caps: [{ ...cap, unit: 'pctOfBudget', amountCents: null, pct: null }] },
      'numberInvalid caps',
    ],
    ['a kind twice', { caps: [cap, { ...cap, kind: 'MAALTIJD' }] }, 'twiceNamed caps'],
    [
      'too many caps',
      { caps: Array.from({ length: 13 }, (_, n) => ({ ...cap, kind: `${n}` })) },
      'tooMany caps',
    ],
    ['no sample', { samplePct: null, sampleCount: null, samplePick: null }, 'fits'],
    ['a part and a number', { samplePct: 10, sampleCount: 10 }, 'formInvalid sample'],
    ['a sample that is not drawn', { samplePick: null }, 'required sample'],
    ['a draw of nothing', { samplePct: null }, 'required sample'],
    [
      'an organisation that may not ask',
      { applicantKinds: ['resident'], legalPersonFromCents: zero },
      'legalPersonRefused legalPersonFromCents',
    ],
    [
      'less in a year than at once',
      { cumulativePerApplicantPerYearCents: cents(499_999) },
      'yearBelowMaximum cumulativePerApplicantPerYearCents',
    ],
    ['as much in a year as at once', { cumulativePerApplicantPerYearCents: cents(500_000) }, 'fits'],
    [
      'receipts of what has no report',
      { receiptsFromCents: cents(49_999) },
      'receiptsBelowDirect receiptsFromCents',
    ],
    ['no receipts', { receiptsFromCents: null }, 'fits'],
    ['a decision on the first day of the start', { leadTimeWeeks: 6, decisionWeeks: 6 }, 'fits'],
    [
      'a decision after the start',
      { leadTimeWeeks: 6, decisionWeeks: 7 },
      'decisionAfterStart decisionWeeks',
    ],
    ['no time to ask before', { leadTimeWeeks: 0, decisionWeeks: 8 }, 'fits'],
  ])('%s', (_what, change, expected) => expect(answer(change)).toBe(expected));
});

describe('a number of the rules', () => {
  it.each<[keyof typeof termBounds, number, number]>([
    ['minAge', 0, 99],
    ['ownContributionPct', 0, 100],
    ['leadTimeWeeks', 0, 52],
    ['decisionWeeks', 1, 52],
    ['extensionWeeks', 0, 52],
    ['accountWithinWeeks', 1, 104],
    ['advancePct', 0, 100],
    ['samplePct', 1, 100],
  ])('%s is from %i up to and including %i', (key, least, most) => {
    // Without a lead time no other term is too long.
    const of = (value: number) => answer({ leadTimeWeeks: 0, [key]: value });
    expect([least, most].map(of)).toEqual(['fits', 'fits']);
    expect([least - 1, most + 1].map(of)).toEqual(Array(2).fill(`numberInvalid ${key}`));
  });

  it('of a sample is from 1 up to and including 10,000 initiatives', () => {
    const count = (sampleCount: number) => answer({ samplePct: null, sampleCount });
    expect([1, 10_000].map(count)).toEqual(['fits', 'fits']);
    expect([0, 10_001].map(count)).toEqual(Array(2).fill('numberInvalid sampleCount'));
  });

  it('of a tier is from 1 to 10,000 neighbours within 10 metres to 10 kilometres', () => {
    const fits = (...tiers: SchemeTerms['supportTiers']) => answer({ supportTiers: tiers });
    expect(fits(tier(0, 1, 10), tier(1, 10_000, 10_000))).toBe('fits');
    expect(fits(tier(0, 10_001))).toBe('numberInvalid supportTiers');
    expect(fits(tier(0, 1, 10_001))).toBe('numberInvalid supportTiers');
  });
});

const day = calendarDate;
const version = (id: string, from: string, withdrawn: string | null = null) => ({
  id,
  validFrom: day(from),
  withdrawnOn: withdrawn === null ? null : day(withdrawn),
});

describe('the versions of a scheme', () => {
  const versions = [
    version('next', '2027-01-01'),
    version('first', '2024-01-01'),
    version('now', '2026-01-01'),
    version('gone', '2026-12-01', '2026-11-20'),
  ];

  it('hold from their first day until the day before the next', () => {
    const found = standingOfVersions(versions, day('2026-11-30'));
    expect(found.map(({ id, standing, lastDay }) => [id, standing, lastDay])).toEqual([
      ['first', 'past', '2025-12-31'],
      ['now', 'current', '2026-12-31'],
      ['gone', 'withdrawn', null],
      ['next', 'ahead', null],
    ]);
  });

  it('are current on their first day, and none before it', () => {
    const on = (today: string) =>
      standingOfVersions(versions, day(today)).find(({ standing }) => standing === 'current')?.id;
    expect(on('2027-01-01')).toBe('next');
    expect(on('2026-12-31')).toBe('now');
    expect(on('2023-12-31')).toBeUndefined();
  });

  it('go on for as long as none comes after, whatever was taken back', () => {
    const all = [version('now', '2026-01-01'), version('gone', '2026-12-01', '2026-11-20')];
    const [now] = standingOfVersions(all, day('2030-01-01'));
    expect(now).toMatchObject({ id: 'now', standing: 'current', lastDay: null });
  });

  it('may begin again on a day whose version was taken back', () => {
    const all = [
      version('gone', '2026-12-01', '2026-11-20'),
      version('again', '2026-12-01'),
      version('now', '2026-01-01'),
    ];
    const standing = (today: string) =>
      Object.fromEntries(standingOfVersions(all, day(today)).map((each) => [each.id, each.standing]));
    expect(standing('2026-11-30')).toEqual({ gone: 'withdrawn', again: 'ahead', now: 'current' });
    expect(standing('2026-12-01')).toEqual({ gone: 'withdrawn', again: 'current', now: 'past' });
  });

  it('of which all were taken back are none', () => {
    const all = [version('one', '2026-12-01', '2026-11-20'), version('two', '2026-12-02', '2026-11-20')];
    const standings = standingOfVersions(all, day('2026-12-31')).map(({ standing }) => standing);
    expect(standings).toEqual(['withdrawn', 'withdrawn']);
    expect(standingOfVersions([], day('2026-12-31'))).toEqual([]);
  });

  it('begin today or later', () => {
    expect(() => assertStart(day('2026-11-30'), day('2026-11-30'))).not.toThrow();
    expect(() => assertStart(day('2026-11-29'), day('2026-11-30'))).toThrow('versionPast');
  });

  it('are taken back only before they begin', () => {
    expect(() => assertAhead(version('a', '2026-12-01'), day('2026-11-30'))).not.toThrow();
    expect(() => assertAhead(version('a', '2026-11-30'), day('2026-11-30'))).toThrow('versionStarted');
  });
});
