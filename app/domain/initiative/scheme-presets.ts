import { type LegalRegime } from '../council/appeal';
import { cents, type Cents, zero } from '../money/cents';
import { provenMethods } from '../people/residence';
import { type SchemeTerms } from './scheme';

/** What a new scheme can begin with: one for each legal regime (domain.md §2.5), and three kinds of real practice (§2.1). */
export const presetNames = [
  'college',
  'bestuurscommissie',
  'stichting',
  'streetGrants',
  'largeRounds',
  'councilLimits',
] as const;
export type PresetName = (typeof presetNames)[number];

export interface Preset {
  legalRegime: LegalRegime;
  terms: SchemeTerms;
}

const euros = (amount: number): Cents => cents(amount * 100);

/** What gemeenten have in common; a preset says what is its own. */
const usual: SchemeTerms = {
  minAge: 18,
  applicantKinds: ['resident', 'group', 'legalPerson'],
  legalPersonFromCents: null,
  excluded: ['politics', 'religion', 'commercial'],
  maxAmountCents: euros(5_000),
  cumulativePerApplicantPerYearCents: null,
  ownContributionPct: 0,
  hourRateMaxCents: null,
  caps: [],
  supportTiers: [{ fromCents: euros(500), minFor: 3, radiusMetres: null }],
  leadTimeWeeks: 8,
  decisionWeeks: 8,
  extensionWeeks: 4,
  accountWithinWeeks: 8,
  advancePct: 80,
  advanceFromCents: zero,
  carryOver: true,
  receiptsFromCents: euros(1_000),
  directSettlementUpToCents: euros(500),
  samplePct: 10,
  sampleCount: null,
  samplePick: 'even',
  supportResidence: provenMethods,
  submitResidence: provenMethods,
  voteResidence: provenMethods,
  sitResidence: provenMethods,
};

const fixed = (kind: string, amount: number) =>
  ({ kind, unit: 'fixed', amountCents: euros(amount), pct: null }) as const;
const perPerson = (kind: string, amount: number) =>
  ({ kind, unit: 'perPerson', amountCents: euros(amount), pct: null }) as const;
const pctOfBudget = (kind: string, pct: number) =>
  ({ kind, unit: 'pctOfBudget', amountCents: null, pct }) as const;

/** The presets by name. They only fill in a form: what is made with one is a scheme like any other. */
export const presets: Readonly<Record<PresetName, Preset>> = {
  college: { legalRegime: 'college', terms: usual },
  bestuurscommissie: {
    legalRegime: 'bestuurscommissie',
    terms: {
      ...usual,
      ownContributionPct: 10,
      advancePct: 50,
      carryOver: false,
      supportTiers: [{ fromCents: euros(750), minFor: 5, radiusMetres: null }],
    },
  },
  stichting: {
    legalRegime: 'stichting',
    terms: {
      ...usual,
      minAge: 16,
      leadTimeWeeks: 6,
      decisionWeeks: 6,
      extensionWeeks: 0,
      advancePct: 75,
      samplePct: null,
      sampleCount: 10,
    },
  },
  streetGrants: {
    legalRegime: 'college',
    terms: {
      ...usual,
      minAge: 16,
      applicantKinds: ['resident', 'group'],
      maxAmountCents: euros(1_500),
      caps: [
        fixed('Straat', 500),
        fixed('Buurt', 1_000),
        perPerson('Maaltijd', 10),
        perPerson('Uitje', 15),
        pctOfBudget('Onvoorzien', 10),
      ],
      supportTiers: [],
      leadTimeWeeks: 4,
      decisionWeeks: 4,
      accountWithinWeeks: 4,
      advancePct: 100,
      receiptsFromCents: euros(500),
    },
  },
  largeRounds: {
    legalRegime: 'college',
    terms: {
      ...usual,
      maxAmountCents: euros(20_000),
      legalPersonFromCents: euros(10_000),
      hourRateMaxCents: euros(50),
      excluded: ['politics', 'religion', 'commercial', 'fundedElsewhere', 'officials'],
      supportTiers: [
        { fromCents: zero, minFor: 4, radiusMetres: null },
        { fromCents: euros(10_000), minFor: 50, radiusMetres: null },
      ],
      leadTimeWeeks: 13,
      decisionWeeks: 13,
      accountWithinWeeks: 13,
      advancePct: 75,
      receiptsFromCents: euros(2_500),
      directSettlementUpToCents: zero,
      samplePct: null,
      sampleCount: 50,
      samplePick: 'byAmount',
    },
  },
  councilLimits: {
    legalRegime: 'bestuurscommissie',
    terms: {
      ...usual,
      maxAmountCents: euros(7_500),
      cumulativePerApplicantPerYearCents: euros(10_000),
      ownContributionPct: 10,
      excluded: ['politics', 'religion', 'commercial', 'foodDrink'],
      supportTiers: [
        { fromCents: euros(750), minFor: 5, radiusMetres: null },
        { fromCents: euros(2_500), minFor: 15, radiusMetres: 500 },
      ],
      advancePct: 50,
      advanceFromCents: euros(400),
      accountWithinWeeks: 3,
      carryOver: false,
      samplePick: 'largest',
    },
  },
};
