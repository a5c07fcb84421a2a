import { addWeeks, type CalendarDate, compareDates } from '../calendar';
import { type RefusalCode, type RefusalDetail } from '../errors';
import { type Cents } from '../money/cents';
import { supportMet, supportNeeded, type SupportTier } from './support';

/** The rules of one version of a wijk's scheme that an application is held against. domain.md §2.2. */
export interface SchemeRules {
  maxAmountCents: Cents;
  /** Whole years. */
  minAge: number;
  leadTimeWeeks: number;
  supportTiers: readonly SupportTier[];
  /** Whole percent of the total costs. */
  ownContributionPct: number;
}

export interface InitiativeToCheck {
  requestedCents: Cents;
  totalCents: Cents;
  ownCents: Cents;
  /** Null while the form is unfinished. */
  startsOn: CalendarDate | null;
}

export interface CheckFacts {
  today: CalendarDate;
  /** Age of the applicant today in whole years; null while the date of birth is unknown. */
  age: number | null;
  /** Neighbours in favour, as `supportOf` counts them. */
  supportFor: number;
}

/** The form field at which a finding is shown. */
export type RuleField = 'lines' | 'ownCents' | 'bornOn' | 'startsOn' | 'support';

export interface Finding {
  code: Extract<
    RefusalCode,
    'aboveMaximum' | 'ownContributionShort' | 'tooYoung' | 'tooSoon' | 'supportShort' | 'required'
  >;
  field: RuleField;
  detail: RefusalDetail;
}

type Rule = (initiative: InitiativeToCheck, rules: SchemeRules, facts: CheckFacts) => Finding | null;

/**
 * Everything in which an initiative falls short of its wijk's scheme, always in the same order, each finding
 * at its form field; empty when it fits. Amounts in details are cents. Never throws. domain.md §2.1–2.4.
 */
export function checkAgainstScheme(
  initiative: InitiativeToCheck,
  schemeVersion: SchemeRules,
  facts: CheckFacts,
): Finding[] {
  return checks.flatMap((check) => check(initiative, schemeVersion, facts) ?? []);
}

const maximum: Rule = ({ requestedCents }, { maxAmountCents }): Finding | null => {
  if (requestedCents <= maxAmountCents) return null;
  return { code: 'aboveMaximum', field: 'lines', detail: { maximum: maxAmountCents, requestedCents } };
};

const age: Rule = (_initiative, { minAge }, facts): Finding | null => {
  if (facts.age === null) return { code: 'required', field: 'bornOn', detail: {} };
  return facts.age < minAge ? { code: 'tooYoung', field: 'bornOn', detail: { minAge } } : null;
};

const leadTime: Rule = ({ startsOn }, { leadTimeWeeks }, { today }): Finding | null => {
  if (startsOn === null) return { code: 'required', field: 'startsOn', detail: {} };
  const earliest = addWeeks(today, leadTimeWeeks);
  if (compareDates(startsOn, earliest) >= 0) return null;
  return { code: 'tooSoon', field: 'startsOn', detail: { weeks: leadTimeWeeks, earliest } };
};

const support: Rule = ({ requestedCents }, { supportTiers }, { supportFor }): Finding | null => {
  if (supportMet(supportFor, requestedCents, supportTiers)) return null;
  const needed = supportNeeded(requestedCents, supportTiers);
  return { code: 'supportShort', field: 'support', detail: { needed, supportFor } };
};

const ownContribution: Rule = ({ ownCents, totalCents }, { ownContributionPct }): Finding | null => {
  // Rounded up: a cent below the percentage is short of it.
  const needed = (totalCents * BigInt(ownContributionPct) + 99n) / 100n;
  if (ownCents >= needed) return null;
  return { code: 'ownContributionShort', field: 'ownCents', detail: { needed, percent: ownContributionPct } };
};

const checks: readonly Rule[] = [maximum, age, leadTime, support, ownContribution];
