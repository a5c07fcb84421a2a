import { type RuleKey } from '~/domain/initiative/scheme-words';

/** The parts in which rules are made, as they stand in the address, each with the rules that are told of it. */
export const ruleParts = {
  wie: ['minAge', 'applicantKinds', 'legalPersonFromCents', 'excluded'],
  bedragen: [
    'maxAmountCents',
    'cumulativePerApplicantPerYearCents',
    'ownContributionPct',
    'hourRateMaxCents',
  ],
  soorten: ['caps'],
  steun: ['supportTiers', 'supportRadius'],
  wonen: ['supportResidence', 'submitResidence', 'voteResidence', 'sitResidence'],
  termijnen: ['leadTimeWeeks', 'decisionWeeks', 'extensionWeeks', 'accountWithinWeeks'],
  uitbetalen: ['advancePct', 'advanceFromCents', 'carryOver'],
  controle: ['receiptsFromCents', 'directSettlementUpToCents', 'sample'],
} as const satisfies Record<string, readonly RuleKey[]>;

export type RulePart = keyof typeof ruleParts;
export const partNames = Object.keys(ruleParts) as RulePart[];
