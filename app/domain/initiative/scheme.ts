import { addDays, type CalendarDate } from '../calendar';
import { DomainError, type RefusalCode } from '../errors';
import { type Cents } from '../money/cents';
import { type ResidenceMethod } from '../people/residence';
import { type SchemeRules } from './rules';
import { type SupportTier } from './support';

/** Who may ask: one resident, residents together, or an organisation that is a legal person. domain.md §2.1. */
export const applicantKinds = ['resident', 'group', 'legalPerson'] as const;
export type ApplicantKind = (typeof applicantKinds)[number];

/** What a scheme pays nothing for. domain.md §2.2. */
export const exclusions = [
  'politics',
  'religion',
  'commercial',
  'foodDrink',
  'fundedElsewhere',
  'officials',
] as const;
export type Exclusion = (typeof exclusions)[number];

/** How a cap counts: one amount, an amount for each participant, or a part of all costs. */
export const capUnits = ['fixed', 'perPerson', 'pctOfBudget'] as const;
export type CapUnit = (typeof capUnits)[number];

/** The most that is given for one kind of thing: cents for 'fixed' and 'perPerson', whole per cent for 'pctOfBudget'. */
export interface Cap {
  kind: string;
  unit: CapUnit;
  amountCents: Cents | null;
  pct: number | null;
}

/** How a sample is drawn: each grant the same chance, a chance by its amount, or the largest first. */
export const samplePicks = ['even', 'byAmount', 'largest'] as const;
export type SamplePick = (typeof samplePicks)[number];

/** A tier of support; neighbours live in the wijk, or within so many metres where the scheme says so. */
export type SchemeTier = SupportTier & { radiusMetres: number | null };

/** All rules of one version of a scheme: amounts in cents, terms in whole weeks, parts in whole per cent. domain.md §2.2. */
export interface SchemeTerms extends SchemeRules {
  applicantKinds: readonly ApplicantKind[];
  /** From this amount on only a legal person may ask; null is never. */
  legalPersonFromCents: Cents | null;
  excluded: readonly Exclusion[];
  /** What one applicant gets in a year at most; null is no limit. */
  cumulativePerApplicantPerYearCents: Cents | null;
  /** The most that an hour of work may cost; null is no limit, zero pays no hours. */
  hourRateMaxCents: Cents | null;
  caps: readonly Cap[];
  supportTiers: readonly SchemeTier[];
  decisionWeeks: number;
  /** By how many weeks the decision may be put off once. */
  extensionWeeks: number;
  /** Within how many weeks after it is over one accounts for it; null when the scheme sets no term. */
  accountWithinWeeks: number | null;
  advancePct: number;
  /** Below this granted amount there is no advance. */
  advanceFromCents: Cents;
  /** Whether money that is reserved at the end of a year stays reserved in the next. */
  carryOver: boolean;
  /** Of costs from this amount on receipts are asked; zero is of all, null of none. */
  receiptsFromCents: Cents | null;
  /** Up to this amount a grant is settled without a report; zero is never. */
  directSettlementUpToCents: Cents;
  /** What is sampled: a part, a number, or nothing. */
  samplePct: number | null;
  sampleCount: number | null;
  samplePick: SamplePick | null;
  /** In which ways it may be known that somebody lives in the wijk, for each act: one at least. */
  supportResidence: readonly ResidenceMethod[];
  submitResidence: readonly ResidenceMethod[];
  voteResidence: readonly ResidenceMethod[];
  sitResidence: readonly ResidenceMethod[];
}

/** The acts for which a scheme says how one must have shown to live in the wijk. */
export const residenceKeys = [
  'supportResidence',
  'submitResidence',
  'voteResidence',
  'sitResidence',
] as const satisfies (keyof SchemeTerms)[];

export type TermKey = keyof SchemeTerms;

/** What a number of the rules may be, both ends counted in; CHECKs of the database say the same. */
export const termBounds = {
  minAge: [0, 99],
  ownContributionPct: [0, 100],
  leadTimeWeeks: [0, 52],
  decisionWeeks: [1, 52],
  extensionWeeks: [0, 52],
  accountWithinWeeks: [1, 104],
  advancePct: [0, 100],
  samplePct: [1, 100],
  sampleCount: [1, 10_000],
} as const satisfies Partial<Record<TermKey, readonly [least: number, most: number]>>;

/** What the numbers of a tier and of a cap may be. */
export const rowBounds = { minFor: [1, 10_000], radiusMetres: [10, 10_000], pct: [1, 100] } as const;

export const mostTiers = 8;
export const mostCaps = 12;
/** The longest name of a scheme, and of a kind of thing with a cap, in letters. */
export const longestName = { scheme: 100, cap: 40 } as const;

/**
 * Passes rules that hold together, in themselves and with each other. Throws at the key that is wrong: 'numberInvalid',
 * 'amountInvalid', 'required', 'tooMany', 'twiceNamed', 'tiersFalling', 'legalPersonRefused', 'yearBelowMaximum',
 * 'receiptsBelowDirect', 'decisionAfterStart'. domain.md §2.2.
 */
export function assertTerms(terms: SchemeTerms): void {
  for (const [key, [least, most]] of Object.entries(termBounds)) {
    const value = terms[key as keyof typeof termBounds];
    if (value !== null && !isWithin(value, least, most)) refuse('numberInvalid', key);
  }
  if (terms.maxAmountCents <= 0n) refuse('amountInvalid', 'maxAmountCents');
  if (terms.applicantKinds.length === 0) refuse('required', 'applicantKinds');
  for (const key of residenceKeys) if (terms[key].length === 0) refuse('required', key);
  assertTiers(terms.supportTiers);
  assertCaps(terms.caps);
  assertSample(terms);
  assertTogether(terms);
}

function refuse(code: RefusalCode, field: string): never {
  throw new DomainError(code, { field });
}

const isWithin = (value: number, least: number, most: number) =>
  Number.isInteger(value) && value >= least && value <= most;

function assertTiers(tiers: readonly SchemeTier[]): void {
  const field = 'supportTiers';
  if (tiers.length > mostTiers) throw new DomainError('tooMany', { field, detail: { max: mostTiers } });
  for (const { minFor, radiusMetres } of tiers) {
    if (!isWithin(minFor, ...rowBounds.minFor)) refuse('numberInvalid', field);
    if (radiusMetres !== null && !isWithin(radiusMetres, ...rowBounds.radiusMetres)) {
      refuse('numberInvalid', field);
    }
  }
  if (new Set(tiers.map(({ fromCents }) => fromCents)).size < tiers.length) refuse('twiceNamed', field);
  const rising = [...tiers].sort((a, b) => (a.fromCents < b.fromCents ? -1 : 1));
  if (rising.some(({ minFor }, index) => minFor < (rising[index - 1]?.minFor ?? 0))) {
    refuse('tiersFalling', field);
  }
}

function assertCaps(caps: readonly Cap[]): void {
  const field = 'caps';
  if (caps.length > mostCaps) throw new DomainError('tooMany', { field, detail: { max: mostCaps } });
  for (const { kind, unit, amountCents, pct } of caps) {
    if (kind === '') refuse('required', field);
    const counts = unit === 'pctOfBudget' ? amountCents === null : pct === null;
    if (!counts) refuse('formInvalid', field);
    if (unit === 'pctOfBudget' && !isWithin(pct ?? 0, ...rowBounds.pct)) refuse('numberInvalid', field);
    if (unit !== 'pctOfBudget' && (amountCents ?? 0n) <= 0n) refuse('amountInvalid', field);
  }
  const kinds = caps.map(({ kind }) => kind.toLowerCase());
  if (new Set(kinds).size < kinds.length) refuse('twiceNamed', field);
}

function assertSample({ samplePct, sampleCount, samplePick }: SchemeTerms): void {
  if (samplePct !== null && sampleCount !== null) refuse('formInvalid', 'sample');
  const sampled = samplePct !== null || sampleCount !== null;
  if (sampled !== (samplePick !== null)) refuse('required', 'sample');
}

/** Rules that would contradict each other. */
function assertTogether(terms: SchemeTerms): void {
  const { legalPersonFromCents, cumulativePerApplicantPerYearCents, receiptsFromCents } = terms;
  if (legalPersonFromCents !== null && !terms.applicantKinds.includes('legalPerson')) {
    refuse('legalPersonRefused', 'legalPersonFromCents');
  }
  if (
    cumulativePerApplicantPerYearCents !== null &&
    cumulativePerApplicantPerYearCents < terms.maxAmountCents
  ) {
    refuse('yearBelowMaximum', 'cumulativePerApplicantPerYearCents');
  }
  // What is settled without a report asks no receipts.
  if (receiptsFromCents !== null && receiptsFromCents < terms.directSettlementUpToCents) {
    refuse('receiptsBelowDirect', 'receiptsFromCents');
  }
  assertDecidedBeforeStart(terms);
}

/**
 * Whoever asks on the last day that is allowed knows the decision by the day they begin. A scheme without a lead time
 * promises no such thing: who begins at once does so at their own risk, and the rule in words says it.
 */
function assertDecidedBeforeStart({ leadTimeWeeks, decisionWeeks }: SchemeTerms): void {
  if (leadTimeWeeks === 0 || decisionWeeks <= leadTimeWeeks) return;
  throw new DomainError('decisionAfterStart', { field: 'decisionWeeks', detail: { weeks: leadTimeWeeks } });
}

/** When a version holds: from its first day until the next one begins. */
export interface VersionDays {
  id: string;
  validFrom: CalendarDate;
  /** The day on which it was taken back before it began; null when it was not. */
  withdrawnOn: CalendarDate | null;
}

export type VersionStanding = 'past' | 'current' | 'ahead' | 'withdrawn';

/**
 * The versions of one scheme in order of their first day, each with how it stands today and the last day on which it holds:
 * the day before the next one begins, null while none is made. A withdrawn version never holds.
 */
export function standingOfVersions<V extends VersionDays>(versions: readonly V[], today: CalendarDate) {
  const order = [...versions].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  const holding = order.filter(({ withdrawnOn }) => withdrawnOn === null);
  const current = holding.findLast(({ validFrom }) => validFrom <= today);
  return order.map((version) => {
    const next = holding[holding.indexOf(version) + 1];
    const ends = version.withdrawnOn === null && next ? addDays(next.validFrom, -1) : null;
    return { ...version, standing: standingOf(version, current, today), lastDay: ends };
  });
}

function standingOf(
  version: VersionDays,
  current: VersionDays | undefined,
  today: CalendarDate,
): VersionStanding {
  if (version.withdrawnOn !== null) return 'withdrawn';
  if (version === current) return 'current';
  return version.validFrom > today ? 'ahead' : 'past';
}

/** Passes a first day of today or later: rules never change backwards. Throws 'versionPast' at `validFrom`. */
export function assertStart(validFrom: CalendarDate, today: CalendarDate): void {
  if (validFrom < today) throw new DomainError('versionPast', { field: 'validFrom', detail: { today } });
}

/** Passes a version that has not begun: what began is never changed. Throws 'versionStarted'. */
export function assertAhead({ validFrom }: Pick<VersionDays, 'validFrom'>, today: CalendarDate): void {
  if (validFrom <= today) throw new DomainError('versionStarted');
}
