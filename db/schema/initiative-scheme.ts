import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  boolean,
  check,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { type LegalRegime } from '~/domain/council/appeal';
import {
  type ApplicantKind,
  type CapUnit,
  type Exclusion,
  longestName,
  rowBounds,
  type SamplePick,
  termBounds,
} from '~/domain/initiative/scheme';
import { provenMethods, type ResidenceMethod, residenceMethods } from '~/domain/people/residence';
import { area } from './area';
import { between, calendarColumn, centsColumn, id, signs } from './columns';

const quoted = (methods: readonly ResidenceMethod[]) => sql.raw(`'{${methods.join(',')}}'`);

const residenceColumn = (name: string, before: readonly ResidenceMethod[]) =>
  text(name).array().$type<ResidenceMethod[]>().notNull().default(quoted(before));

const residenceKnown = (column: AnyPgColumn) =>
  sql`cardinality(${column}) > 0 and ${column} <@ ${quoted(residenceMethods)}::text[]`;

/** A fund's regulation; its legal regime decides which law its letters follow. */
export const scheme = pgTable(
  'scheme',
  {
    id: id(),
    name: text('name').notNull(),
    legalRegime: text('legal_regime').$type<LegalRegime>().notNull(),
  },
  (t) => [
    check('scheme_regime', sql`${t.legalRegime} in ('college', 'bestuurscommissie', 'stichting')`),
    check('scheme_name', sql`char_length(${t.name}) between 1 and ${signs(longestName.scheme)}`),
  ],
);

export const schemeArea = pgTable(
  'scheme_area',
  {
    schemeId: uuid('scheme_id')
      .notNull()
      .references(() => scheme.id),
    areaId: uuid('area_id')
      .notNull()
      .references(() => area.id)
      .unique(),
  },
  (t) => [primaryKey({ columns: [t.schemeId, t.areaId] })],
);

/**
 * The rules of a fund from a day on, until the next version begins; frozen into an initiative when it becomes public. What
 * the keys mean stands in `SchemeTerms`.
 */
export const schemeVersion = pgTable(
  'scheme_version',
  {
    id: id(),
    schemeId: uuid('scheme_id')
      .notNull()
      .references(() => scheme.id),
    validFrom: calendarColumn('valid_from').notNull(),
    publishedOn: calendarColumn('published_on').notNull(),
    /** The day on which it was taken back, before it began. */
    withdrawnOn: calendarColumn('withdrawn_on'),
    minAge: smallint('min_age').notNull(),
    applicantKinds: text('applicant_kinds')
      .array()
      .$type<ApplicantKind[]>()
      .notNull()
      .default(sql`'{resident,group,legalPerson}'`),
    legalPersonFromCents: centsColumn('legal_person_from_cents'),
    excluded: text('excluded')
      .array()
      .$type<Exclusion[]>()
      .notNull()
      .default(sql`'{}'`),
    maxAmountCents: centsColumn('max_amount_cents').notNull(),
    cumulativePerApplicantPerYearCents: centsColumn('cumulative_per_applicant_per_year_cents'),
    ownContributionPct: smallint('own_contribution_pct').notNull(),
    hourRateMaxCents: centsColumn('hour_rate_max_cents'),
    leadTimeWeeks: smallint('lead_time_weeks').notNull(),
    decisionWeeks: smallint('decision_weeks').notNull(),
    extensionWeeks: smallint('extension_weeks').notNull().default(0),
    accountWithinWeeks: smallint('account_within_weeks'),
    /** The largest part of a grant that may be advanced, in per cent. */
    advancePct: smallint('advance_pct').notNull(),
    advanceFromCents: centsColumn('advance_from_cents')
      .notNull()
      .default(sql`0`),
    /** Whether money that is reserved at the end of a year stays reserved in the next. */
    carryOver: boolean('carry_over').notNull(),
    receiptsFromCents: centsColumn('receipts_from_cents'),
    directSettlementUpToCents: centsColumn('direct_settlement_up_to_cents')
      .notNull()
      .default(sql`0`),
    samplePct: smallint('sample_pct'),
    sampleCount: integer('sample_count'),
    samplePick: text('sample_pick').$type<SamplePick>(),
    supportResidence: residenceColumn('support_residence', residenceMethods),
    submitResidence: residenceColumn('submit_residence', residenceMethods),
    voteResidence: residenceColumn('vote_residence', provenMethods),
    sitResidence: residenceColumn('sit_residence', residenceMethods),
  },
  (t) => [
    uniqueIndex('scheme_version_from')
      .on(t.schemeId, t.validFrom)
      .where(sql`${t.withdrawnOn} is null`),
    check('scheme_version_start', sql`${t.validFrom} >= ${t.publishedOn}`),
    check(
      'scheme_version_withdrawn',
      sql`${t.withdrawnOn} >= ${t.publishedOn} and ${t.withdrawnOn} < ${t.validFrom}`,
    ),
    check('scheme_version_max', sql`${t.maxAmountCents} > 0`),
    check('scheme_version_age', sql`${t.minAge} ${between(termBounds.minAge)}`),
    check(
      'scheme_version_weeks',
      sql`${t.leadTimeWeeks} ${between(termBounds.leadTimeWeeks)} and ${t.decisionWeeks} ${between(termBounds.decisionWeeks)}`,
    ),
    check('scheme_version_extension', sql`${t.extensionWeeks} ${between(termBounds.extensionWeeks)}`),
    check('scheme_version_account', sql`${t.accountWithinWeeks} ${between(termBounds.accountWithinWeeks)}`),
    check('scheme_version_advance', sql`${t.advancePct} ${between(termBounds.advancePct)}`),
    check('scheme_version_own', sql`${t.ownContributionPct} ${between(termBounds.ownContributionPct)}`),
    check(
      'scheme_version_kinds',
      sql`cardinality(${t.applicantKinds}) > 0 and ${t.applicantKinds} <@ array['resident', 'group', 'legalPerson']`,
    ),
    check(
      'scheme_version_excluded',
      sql`${t.excluded} <@ array['politics', 'religion', 'commercial', 'foodDrink', 'fundedElsewhere', 'officials']`,
    ),
    check(
      'scheme_version_legal_person',
      sql`${t.legalPersonFromCents} is null or (${t.legalPersonFromCents} >= 0 and 'legalPerson' = any(${t.applicantKinds}))`,
    ),
    check('scheme_version_cumulative', sql`${t.cumulativePerApplicantPerYearCents} >= ${t.maxAmountCents}`),
    check('scheme_version_hour_rate', sql`${t.hourRateMaxCents} >= 0`),
    check('scheme_version_advance_from', sql`${t.advanceFromCents} >= 0`),
    check('scheme_version_direct', sql`${t.directSettlementUpToCents} >= 0`),
    check('scheme_version_receipts', sql`${t.receiptsFromCents} >= ${t.directSettlementUpToCents}`),
    check('scheme_version_sample_pct', sql`${t.samplePct} ${between(termBounds.samplePct)}`),
    check('scheme_version_sample_count', sql`${t.sampleCount} ${between(termBounds.sampleCount)}`),
    check(
      'scheme_version_sample',
      sql`num_nonnulls(${t.samplePct}, ${t.sampleCount}) = num_nonnulls(${t.samplePick})`,
    ),
    check('scheme_version_sample_pick', sql`${t.samplePick} in ('even', 'byAmount', 'largest')`),
    check('scheme_version_support_residence', residenceKnown(t.supportResidence)),
    check('scheme_version_submit_residence', residenceKnown(t.submitResidence)),
    check('scheme_version_vote_residence', residenceKnown(t.voteResidence)),
    check('scheme_version_sit_residence', residenceKnown(t.sitResidence)),
  ],
);

/** From which requested amount how many neighbours must say they are for. */
export const supportTier = pgTable(
  'support_tier',
  {
    schemeVersionId: uuid('scheme_version_id')
      .notNull()
      .references(() => schemeVersion.id),
    fromCents: centsColumn('from_cents').notNull(),
    minFor: integer('min_for').notNull(),
    /** How near those neighbours live; null is anywhere in the wijk. */
    radiusMetres: integer('radius_metres'),
  },
  (t) => [
    primaryKey({ columns: [t.schemeVersionId, t.fromCents] }),
    check('support_tier_min', sql`${t.minFor} ${between(rowBounds.minFor)} and ${t.fromCents} >= 0`),
    check('support_tier_radius', sql`${t.radiusMetres} ${between(rowBounds.radiusMetres)}`),
  ],
);

/** The most that is given for one kind of thing. */
export const schemeCap = pgTable(
  'scheme_cap',
  {
    schemeVersionId: uuid('scheme_version_id')
      .notNull()
      .references(() => schemeVersion.id),
    position: smallint('position').notNull(),
    kind: text('kind').notNull(),
    unit: text('unit').$type<CapUnit>().notNull(),
    amountCents: centsColumn('amount_cents'),
    pct: smallint('pct'),
  },
  (t) => [
    primaryKey({ columns: [t.schemeVersionId, t.position] }),
    unique('scheme_cap_kind').on(t.schemeVersionId, t.kind),
    check('scheme_cap_name', sql`char_length(${t.kind}) between 1 and ${signs(longestName.cap)}`),
    check('scheme_cap_unit', sql`${t.unit} in ('fixed', 'perPerson', 'pctOfBudget')`),
    check(
      'scheme_cap_counts',
      sql`(${t.unit} = 'pctOfBudget') = (${t.pct} is not null) and (${t.unit} = 'pctOfBudget') = (${t.amountCents} is null)`,
    ),
    check('scheme_cap_amount', sql`${t.amountCents} > 0`),
    check('scheme_cap_pct', sql`${t.pct} ${between(rowBounds.pct)}`),
  ],
);
