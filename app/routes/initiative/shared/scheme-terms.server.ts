import { z } from 'zod';
import {
  applicantKinds,
  type Cap,
  capUnits,
  exclusions,
  longestName,
  mostCaps,
  mostTiers,
  rowBounds,
  samplePicks,
  type SchemeTerms,
  termBounds,
} from '~/domain/initiative/scheme';
import { residenceMethods } from '~/domain/people/residence';
import { DomainError } from '~/domain/errors';
import { parseEuros, zero } from '~/domain/money/cents';
import { euroInput } from '~/domain/money/format';
import { choice, euros, optionalText, wholeNumber, withDetail } from '~/http/fields.server';

/** An answer that may stay empty is null. */
const orNull = <S extends z.ZodType>(schema: S) => schema.nullish().transform((value) => value ?? null);
function number(key: keyof typeof termBounds) {
  const [least, most] = termBounds[key];
  return wholeNumber(least, most);
}
const several = <const T extends readonly [string, ...string[]]>(values: T) =>
  z
    .array(choice(values))
    .default([])
    .transform((all) => values.filter((each) => all.some((one) => one === each)) as T[number][]);

const residences = () => several(residenceMethods).refine((all) => all.length > 0, 'required');

const tooMany = (max: number) => withDetail('tooMany', { max });

const missing = (issue: z.core.$RefinementCtx, field: string, message = 'required') => {
  issue.addIssue({ code: 'custom', path: [field], message });
};

/** A row of a cap; one that is left wholly empty counts as not there. How much is read by how it counts. */
const capRow = z
  .object({
    kind: optionalText(longestName.cap),
    unit: choice(capUnits).default('fixed'),
    size: optionalText(20),
  })
  .transform(({ kind, unit, size }, issue): Cap[] => {
    if (kind === '' && size === '') return [];
    if (kind === '') missing(issue, 'kind');
    const typed = readSize(unit, size);
    if (typeof typed === 'string') {
      missing(issue, 'size', typed);
      return z.NEVER;
    }
    return [{ kind, unit, ...typed }];
  });

function readSize(unit: Cap['unit'], size: string): Pick<Cap, 'amountCents' | 'pct'> | string {
  if (size === '') return 'required';
  if (unit === 'pctOfBudget') {
    const pct = wholeNumber(...rowBounds.pct).safeParse(size.replace(/\s*%$/, ''));
    return pct.success ? { amountCents: null, pct: pct.data } : 'numberInvalid';
  }
  try {
    const amountCents = parseEuros(size);
    return amountCents > 0n ? { amountCents, pct: null } : 'amountInvalid';
  } catch (error) {
    if (error instanceof DomainError) return 'amountInvalid';
    throw error;
  }
}

/** A row of a tier; one without an amount and without neighbours counts as not there. */
const tierRow = z
  .object({
    fromCents: euros().optional(),
    minFor: wholeNumber(...rowBounds.minFor).optional(),
    radiusMetres: orNull(wholeNumber(...rowBounds.radiusMetres)),
  })
  .transform(({ fromCents, minFor, radiusMetres }, issue) => {
    if (fromCents === undefined && minFor === undefined && radiusMetres === null) return [];
    if (fromCents === undefined) missing(issue, 'fromCents');
    if (minFor === undefined) missing(issue, 'minFor');
    return [{ fromCents: fromCents ?? zero, minFor: minFor ?? 1, radiusMetres }];
  });

const sampled = z
  .object({
    receiptsFromCents: orNull(euros()),
    directSettlementUpToCents: euros().default(zero),
    sampleBy: choice(['none', 'share', 'number']),
    sampleSize: wholeNumber(...termBounds.sampleCount).optional(),
    samplePick: choice(samplePicks).optional(),
  })
  .transform(({ sampleBy, sampleSize, samplePick, ...rest }, issue) => {
    const none = { samplePct: null, sampleCount: null, samplePick: null };
    if (sampleBy === 'none') return { ...rest, ...none };
    if (sampleSize === undefined) missing(issue, 'sampleSize');
    if (samplePick === undefined) missing(issue, 'samplePick', 'choiceInvalid');
    const size = sampleSize ?? 1;
    if (sampleBy === 'number') return { ...rest, ...none, sampleCount: size, samplePick: samplePick ?? null };
    if (size > termBounds.samplePct[1]) missing(issue, 'sampleSize', 'numberInvalid');
    return { ...rest, ...none, samplePct: size, samplePick: samplePick ?? null };
  });

/** One form for each part of the rules; together they give all `SchemeTerms`. */
export const termForms = {
  wie: z.object({
    minAge: number('minAge'),
    applicantKinds: several(applicantKinds).refine((all) => all.length > 0, 'required'),
    legalPersonFromCents: orNull(euros()),
    excluded: several(exclusions),
  }),
  bedragen: z.object({
    maxAmountCents: euros().refine((amount) => amount > 0n, 'amountInvalid'),
    cumulativePerApplicantPerYearCents: orNull(euros()),
    ownContributionPct: number('ownContributionPct'),
    hourRateMaxCents: orNull(euros()),
  }),
  soorten: z.object({
    caps: z
      .array(capRow)
      .max(mostCaps, tooMany(mostCaps))
      .default([])
      .transform((rows) => rows.flat()),
  }),
  steun: z.object({
    supportTiers: z
      .array(tierRow)
      .max(mostTiers, tooMany(mostTiers))
      .default([])
      .transform((rows) => rows.flat()),
  }),
  wonen: z.object({
    supportResidence: residences(),
    submitResidence: residences(),
    voteResidence: residences(),
    sitResidence: residences(),
  }),
  termijnen: z.object({
    leadTimeWeeks: number('leadTimeWeeks'),
    decisionWeeks: number('decisionWeeks'),
    extensionWeeks: number('extensionWeeks'),
    accountWithinWeeks: orNull(number('accountWithinWeeks')),
  }),
  uitbetalen: z.object({
    advancePct: number('advancePct'),
    advanceFromCents: euros().default(zero),
    carryOver: choice(['yes', 'no']).transform((answer) => answer === 'yes'),
  }),
  controle: sampled,
} as const;

/** The rules as their forms hold them: text in every field. */
export type TypedTerms = ReturnType<typeof typedTerms>;

const orEmpty = (amount: SchemeTerms['receiptsFromCents']) => (amount === null ? '' : euroInput(amount));

export function typedTerms(terms: SchemeTerms) {
  const { samplePct, sampleCount, samplePick } = terms;
  return {
    minAge: `${terms.minAge}`,
    applicantKinds: [...terms.applicantKinds] as string[],
    legalPersonFromCents: orEmpty(terms.legalPersonFromCents),
    excluded: [...terms.excluded] as string[],
    maxAmountCents: euroInput(terms.maxAmountCents),
    cumulativePerApplicantPerYearCents: orEmpty(terms.cumulativePerApplicantPerYearCents),
    ownContributionPct: `${terms.ownContributionPct}`,
    hourRateMaxCents: orEmpty(terms.hourRateMaxCents),
    caps: terms.caps.map(({ kind, unit, amountCents, pct }) => ({
      ...{ kind, unit: unit as string },
      size: amountCents === null ? `${pct ?? ''}` : euroInput(amountCents),
    })),
    supportTiers: terms.supportTiers.map(({ fromCents, minFor, radiusMetres }) => ({
      ...{ fromCents: euroInput(fromCents), minFor: `${minFor}` },
      radiusMetres: `${radiusMetres ?? ''}`,
    })),
    supportResidence: [...terms.supportResidence] as string[],
    submitResidence: [...terms.submitResidence] as string[],
    voteResidence: [...terms.voteResidence] as string[],
    sitResidence: [...terms.sitResidence] as string[],
    leadTimeWeeks: `${terms.leadTimeWeeks}`,
    decisionWeeks: `${terms.decisionWeeks}`,
    extensionWeeks: `${terms.extensionWeeks}`,
    accountWithinWeeks: `${terms.accountWithinWeeks ?? ''}`,
    advancePct: `${terms.advancePct}`,
    advanceFromCents: euroInput(terms.advanceFromCents),
    carryOver: terms.carryOver ? 'yes' : 'no',
    receiptsFromCents: orEmpty(terms.receiptsFromCents),
    directSettlementUpToCents: euroInput(terms.directSettlementUpToCents),
    sampleBy: samplePct !== null ? 'share' : sampleCount !== null ? 'number' : 'none',
    sampleSize: `${samplePct ?? sampleCount ?? ''}`,
    samplePick: samplePick ?? '',
  };
}
