import { provenMethods, type ResidenceMethod } from '../people/residence';
import { type Cap, type SchemeTerms, type SchemeTier } from './scheme';

/** The rules of a scheme as they are told, in their order: one word or two of a page's list each. */
export const ruleKeys = [
  'maxAmountCents',
  'cumulativePerApplicantPerYearCents',
  'caps',
  'ownContributionPct',
  'hourRateMaxCents',
  'minAge',
  'applicantKinds',
  'legalPersonFromCents',
  'excluded',
  'supportTiers',
  'supportRadius',
  'supportResidence',
  'submitResidence',
  'voteResidence',
  'sitResidence',
  'leadTimeWeeks',
  'decisionWeeks',
  'extensionWeeks',
  'advancePct',
  'advanceFromCents',
  'accountWithinWeeks',
  'receiptsFromCents',
  'directSettlementUpToCents',
  'sample',
  'carryOver',
] as const;
export type RuleKey = (typeof ruleKeys)[number];

/** What a resident asks first; the other rules stand behind it. */
export const firstRules: readonly RuleKey[] = ['maxAmountCents', 'minAge', 'leadTimeWeeks', 'decisionWeeks'];

/** What this program does not hold anybody to yet: told as the text of the scheme, and marked so where it is made. */
export const uncheckedRules: readonly RuleKey[] = [
  'cumulativePerApplicantPerYearCents',
  'caps',
  'hourRateMaxCents',
  'applicantKinds',
  'legalPersonFromCents',
  'excluded',
  'supportRadius',
  'voteResidence',
  'extensionWeeks',
  'advanceFromCents',
  'accountWithinWeeks',
  'receiptsFromCents',
  'directSettlementUpToCents',
  'sample',
];

/** One sentence: the name of its text, and what it leaves open. Amounts are cents. */
export interface Says {
  text: SaysText;
  values: Readonly<Record<string, string | number | bigint>>;
}

export interface RuleInWords {
  key: RuleKey;
  says: readonly Says[];
  /** It only says that there is no such rule: of use beside another version, not to a resident. */
  silent: boolean;
}

export type SaysText =
  | 'maxAmount'
  | `cumulative${Bound}`
  | 'capFixed'
  | 'capPerPerson'
  | 'capPct'
  | 'capNone'
  | `own${Bound}`
  | `hourRate${Bound}`
  | 'hourRateZero'
  | `age${Bound}`
  | 'kindResident'
  | 'kindGroup'
  | 'kindLegalPerson'
  | `legalPerson${Bound}`
  | `excluded.${SchemeTerms['excluded'][number]}`
  | 'excludedNone'
  | `tier${Bound}`
  | 'tierAll'
  | `radius${Bound}`
  | 'radiusAll'
  | `residence.${ResidenceMethod | 'proven'}`
  | `lead${Bound}`
  | 'decides'
  | `extension${Bound}`
  | `advance${Bound}`
  | `advanceFrom${Bound}`
  | `account${Bound}`
  | `receipts${Bound}`
  | 'receiptsAll'
  | `direct${Bound}`
  | `samplePct.${Pick}`
  | `sampleCount.${Pick}`
  | 'sampleNone'
  | 'carryOver'
  | 'carryOverNone';
type Bound = 'Some' | 'None';
type Pick = NonNullable<SchemeTerms['samplePick']>;

type Values = Says['values'];
const say = (text: SaysText, values: Values = {}): Says => ({ text, values });

/** A sentence where there is such a rule, and that there is none where its value is null or zero. */
const some = (
  base: Extract<SaysText, `${string}Some`> extends `${infer Base}Some` ? Base : never,
  value: bigint | number | null,
  name: 'amount' | 'count' | 'pct',
): Told =>
  value === null || value === 0 || value === 0n
    ? { says: [say(`${base}None`)], silent: true }
    : { says: [say(`${base}Some`, { [name]: value })], silent: false };

type Told = Omit<RuleInWords, 'key'>;
const plainly = (...says: Says[]): Told => ({ says, silent: false });

const kindTexts = { resident: 'kindResident', group: 'kindGroup', legalPerson: 'kindLegalPerson' } as const;
const capTexts = { fixed: 'capFixed', perPerson: 'capPerPerson', pctOfBudget: 'capPct' } as const;

const tellers: Record<RuleKey, (terms: SchemeTerms) => Told> = {
  maxAmountCents: (terms) => plainly(say('maxAmount', { amount: terms.maxAmountCents })),
  cumulativePerApplicantPerYearCents: (terms) =>
    some('cumulative', terms.cumulativePerApplicantPerYearCents, 'amount'),
  caps: ({ caps }) => listed(caps.map(capSays), 'capNone'),
  ownContributionPct: (terms) => some('own', terms.ownContributionPct, 'pct'),
  hourRateMaxCents: ({ hourRateMaxCents }) =>
    hourRateMaxCents === 0n ? plainly(say('hourRateZero')) : some('hourRate', hourRateMaxCents, 'amount'),
  minAge: (terms) => some('age', terms.minAge, 'count'),
  applicantKinds: (terms) => plainly(...terms.applicantKinds.map((kind) => say(kindTexts[kind]))),
  legalPersonFromCents: (terms) => some('legalPerson', terms.legalPersonFromCents, 'amount'),
  excluded: ({ excluded }) =>
    listed(
      excluded.map((each) => say(`excluded.${each}`)),
      'excludedNone',
    ),
  supportTiers: ({ supportTiers }) => listed(rising(supportTiers).map(tierSays), 'tierNone'),
  supportRadius: ({ supportTiers }) => listed(rising(supportTiers).flatMap(radiusSays), 'radiusNone'),
  supportResidence: (terms) => residenceSays(terms.supportResidence),
  submitResidence: (terms) => residenceSays(terms.submitResidence),
  voteResidence: (terms) => residenceSays(terms.voteResidence),
  sitResidence: (terms) => residenceSays(terms.sitResidence),
  // No lead time is told to residents too: who begins before the decision must know what that means.
  leadTimeWeeks: ({ leadTimeWeeks: count }) =>
    plainly(count === 0 ? say('leadNone') : say('leadSome', { count })),
  decisionWeeks: (terms) => plainly(say('decides', { count: terms.decisionWeeks })),
  extensionWeeks: (terms) => some('extension', terms.extensionWeeks, 'count'),
  advancePct: (terms) => some('advance', terms.advancePct, 'pct'),
  advanceFromCents: (terms) => some('advanceFrom', terms.advanceFromCents, 'amount'),
  accountWithinWeeks: (terms) => some('account', terms.accountWithinWeeks, 'count'),
  receiptsFromCents: ({ receiptsFromCents }) =>
    receiptsFromCents === 0n ? plainly(say('receiptsAll')) : some('receipts', receiptsFromCents, 'amount'),
  directSettlementUpToCents: (terms) => some('direct', terms.directSettlementUpToCents, 'amount'),
  sample: sampleSays,
  carryOver: ({ carryOver }) => plainly(say(carryOver ? 'carryOver' : 'carryOverNone')),
};

/** All rules of a scheme in words, each with its key, in the order of `ruleKeys`. The one way in which rules are told. */
export function rulesInWords(terms: SchemeTerms): RuleInWords[] {
  return ruleKeys.map((key) => ({ key, ...tellers[key](terms) }));
}

/** The rules of two versions beside each other, and whether they say the same, in the order of `ruleKeys`. */
export function compareRules(from: SchemeTerms, to: SchemeTerms) {
  const [before, after] = [rulesInWords(from), rulesInWords(to)];
  return before.map((one, index) => {
    const other = after[index] ?? one;
    return { key: one.key, from: one.says, to: other.says, differs: textOf(one.says) !== textOf(other.says) };
  });
}

const textOf = (says: readonly Says[]) =>
  JSON.stringify(says, (_name, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value));

function listed(says: readonly Says[], none: SaysText): Told {
  return says.length > 0 ? { says, silent: false } : { says: [say(none)], silent: true };
}

/** Who may say so themselves need not show it; every other way together is to have shown it. */
function residenceSays(methods: readonly ResidenceMethod[]): Told {
  if (methods.includes('self')) return plainly(say('residence.self'));
  if (provenMethods.every((method) => methods.includes(method))) return plainly(say('residence.proven'));
  return plainly(...methods.map((method) => say(`residence.${method}`)));
}

function capSays({ kind, unit, amountCents, pct }: Cap): Says {
  return unit === 'pctOfBudget'
    ? say(capTexts[unit], { kind, pct: pct ?? 0 })
    : say(capTexts[unit], { kind, amount: amountCents ?? 0n });
}

const rising = (tiers: readonly SchemeTier[]) =>
  [...tiers].sort((a, b) => (a.fromCents < b.fromCents ? -1 : 1));

const tierSays = ({ fromCents, minFor }: SchemeTier) =>
  fromCents === 0n
    ? say('tierAll', { count: minFor })
    : say('tierSome', { amount: fromCents, count: minFor });

const radiusSays = ({ fromCents, radiusMetres: metres }: SchemeTier) => {
  if (metres === null) return [];
  return [fromCents === 0n ? say('radiusAll', { metres }) : say('radiusSome', { amount: fromCents, metres })];
};

function sampleSays({ samplePct, sampleCount, samplePick }: SchemeTerms): Told {
  if (samplePick !== null && samplePct !== null) {
    return plainly(say(`samplePct.${samplePick}`, { pct: samplePct }));
  }
  if (samplePick !== null && sampleCount !== null) {
    return plainly(say(`sampleCount.${samplePick}`, { count: sampleCount }));
  }
  return { says: [say('sampleNone')], silent: true };
}
