import { sql } from 'drizzle-orm';
import {
  bigint,
  bigserial,
  check,
  customType,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { type CommentState } from '~/domain/lifecycle/comment';
import { type InitiativeAct, type InitiativeState } from '~/domain/lifecycle/initiative';
import { type TargetGroup, type Theme } from '~/domain/initiative/purpose';
import { type Stance } from '~/domain/initiative/support';
import { windows } from '~/domain/windows';
import { area } from './area';
import { calendarColumn, centsColumn, folded, id, instant, signs, within } from './columns';
import { schemeVersion } from './initiative-scheme';
import { person } from './people';

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

export const initiative = pgTable(
  'initiative',
  {
    id: id(),
    number: bigserial('number', { mode: 'number' }).notNull().unique(),
    areaId: uuid('area_id')
      .notNull()
      .references(() => area.id),
    schemeVersionId: uuid('scheme_version_id').references(() => schemeVersion.id),
    state: text('state').$type<InitiativeState>().notNull(),
    title: text('title').notNull().default(''),
    summary: text('summary').notNull().default(''),
    story: text('story').notNull().default(''),
    theme: text('theme').$type<Theme>(),
    /** For whom it is; null when it is for everybody. */
    targetGroup: text('target_group').$type<TargetGroup>(),
    place: text('place').notNull().default(''),
    startsOn: calendarColumn('starts_on'),
    participants: integer('participants'),
    ownContributionCents: centsColumn('own_contribution_cents')
      .notNull()
      .default(sql`0`),
    /** Costs less own contribution; recomputed with the lines, checked in db/checks. */
    requestedCents: centsColumn('requested_cents')
      .notNull()
      .default(sql`0`),
    grantedCents: centsColumn('granted_cents'),
    createdAt: instant('created_at').notNull(),
    submittedOn: calendarColumn('submitted_on'),
    decideBy: calendarColumn('decide_by'),
    /** Whether a body above the buurtraad must decide. */
    referredToCity: text('referred_because').$type<ReferralReason>(),
    search: tsvector('search').generatedAlwaysAs(
      sql`setweight(to_tsvector('dutch', title), 'A') || setweight(to_tsvector('dutch', summary), 'B') || to_tsvector('dutch', story || ' ' || place)`,
    ),
    /** What the parts of words are looked for in: without capitals and accents. */
    folded: text('folded').generatedAlwaysAs(folded(sql`title || ' ' || summary || ' ' || place`)),
  },
  (t) => [
    index('initiative_area_state').on(t.areaId, t.state),
    index('initiative_waiting')
      .on(t.decideBy, t.number)
      .where(sql`${t.state} = 'submitted'`),
    // What was just written is found as fast as the rest: nothing waits to be indexed.
    index('initiative_search').using('gin', t.search).with({ fastupdate: false }),
    index('initiative_folded').using('gin', t.folded.op('gin_trgm_ops')).with({ fastupdate: false }),
    check(
      'initiative_state',
      sql`${t.state} in ('draft', 'gathering', 'submitted', 'onAgenda', 'granted', 'partlyGranted', 'rejected', 'withdrawn')`,
    ),
    check('initiative_target_group', sql`${t.targetGroup} in ('young', 'adult', 'senior')`),
    check('initiative_starts_on', sql`${t.startsOn} ${within(windows.other)}`),
    check('initiative_title', sql`char_length(${t.title}) <= ${signs(100)}`),
    check('initiative_summary', sql`char_length(${t.summary}) <= ${signs(300)}`),
    check('initiative_story', sql`char_length(${t.story}) <= ${signs(5000)}`),
    check('initiative_place', sql`char_length(${t.place}) <= ${signs(200)}`),
    check('initiative_participants', sql`${t.participants} between 1 and 100000`),
    check('initiative_money', sql`${t.ownContributionCents} >= 0 and ${t.requestedCents} >= 0`),
    check('initiative_granted', sql`${t.grantedCents} > 0 and ${t.grantedCents} <= ${t.requestedCents}`),
    check(
      'initiative_granted_state',
      sql`(${t.grantedCents} is not null) = (${t.state} in ('granted', 'partlyGranted'))`,
    ),
    check(
      'initiative_submitted',
      sql`${t.state} in ('draft', 'gathering', 'withdrawn') or (${t.submittedOn} is not null and ${t.schemeVersionId} is not null and ${t.decideBy} is not null and ${t.startsOn} is not null and ${t.theme} is not null and ${t.title} <> '' and ${t.requestedCents} > 0)`,
    ),
  ],
);

export const referralReasons = [
  ...(['aboveMandate', 'severalAreas', 'cumulative', 'quorumImpossible'] as const),
  ...(['otherTheme', 'periodSpent'] as const),
];
export type ReferralReason = (typeof referralReasons)[number];

/** Who ask for the money: the applicant first, then those who ask along. They never decide on it. */
export const applicant = pgTable(
  'applicant',
  {
    initiativeId: uuid('initiative_id')
      .notNull()
      .references(() => initiative.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    part: text('part').$type<'applicant' | 'coApplicant'>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.initiativeId, t.personId] }),
    index('applicant_person').on(t.personId),
    check('applicant_part', sql`${t.part} in ('applicant', 'coApplicant')`),
  ],
);

/** A line of the begroting. */
export const budgetLine = pgTable(
  'budget_line',
  {
    initiativeId: uuid('initiative_id')
      .notNull()
      .references(() => initiative.id),
    position: smallint('position').notNull(),
    description: text('description').notNull(),
    quantity: integer('quantity').notNull(),
    unitCents: centsColumn('unit_cents').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.initiativeId, t.position] }),
    check('budget_line_description', sql`char_length(${t.description}) between 1 and ${signs(120)}`),
    check('budget_line_quantity', sql`${t.quantity} between 1 and 100000`),
    check('budget_line_unit', sql`${t.unitCents} between 1 and 100000000`),
  ],
);

/** What a neighbour thinks of an initiative: one a person, and only counts are public. */
export const supportStatement = pgTable(
  'support_statement',
  {
    initiativeId: uuid('initiative_id')
      .notNull()
      .references(() => initiative.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    stance: text('stance').$type<Stance>().notNull(),
    givenAt: instant('given_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.initiativeId, t.personId] }),
    check('support_statement_stance', sql`${t.stance} in ('for', 'against', 'none')`),
  ],
);

export const commentArguments = ['for', 'against', 'question'] as const;
export type Argument = (typeof commentArguments)[number];

export const comment = pgTable(
  'comment',
  {
    id: id(),
    initiativeId: uuid('initiative_id')
      .notNull()
      .references(() => initiative.id),
    authorId: uuid('author_id')
      .notNull()
      .references(() => person.id),
    argument: text('argument').$type<Argument>().notNull(),
    body: text('body').notNull(),
    state: text('state').$type<CommentState>().notNull(),
    writtenAt: instant('written_at').notNull(),
    moderatorId: uuid('moderator_id').references(() => person.id),
    moderatedAt: instant('moderated_at'),
    refusalReason: text('refusal_reason'),
  },
  (t) => [
    index('comment_initiative').on(t.initiativeId, t.state, t.argument, t.writtenAt, t.id),
    index('comment_author').on(t.authorId, t.state),
    index('comment_pending')
      .on(t.writtenAt, t.id)
      .where(sql`${t.state} = 'pending'`),
    index('comment_judged')
      .on(t.moderatedAt, t.id)
      .where(sql`${t.state} <> 'pending'`),
    check('comment_argument', sql`${t.argument} in ('for', 'against', 'question')`),
    check('comment_body', sql`char_length(${t.body}) between 1 and ${signs(2000)}`),
    check('comment_state', sql`${t.state} in ('pending', 'accepted', 'refused')`),
    check(
      'comment_moderated',
      sql`(${t.state} = 'pending') = (${t.moderatedAt} is null) and (${t.state} = 'pending') = (${t.moderatorId} is null)`,
    ),
    check('comment_refusal', sql`(${t.state} = 'refused') = (${t.refusalReason} is not null)`),
  ],
);

/** Every change of state of an initiative, in order: the public timeline. Never changed or deleted. */
export const initiativeEvent = pgTable(
  'initiative_event',
  {
    seq: bigserial('seq', { mode: 'bigint' }).primaryKey(),
    initiativeId: uuid('initiative_id')
      .notNull()
      .references(() => initiative.id),
    act: text('act').$type<InitiativeAct | 'create'>().notNull(),
    fromState: text('from_state').$type<InitiativeState>(),
    toState: text('to_state').$type<InitiativeState>().notNull(),
    actorId: uuid('actor_id').references(() => person.id),
    actorRole: text('actor_role').notNull(),
    at: instant('at').notNull(),
    reason: text('reason'),
    decisionId: uuid('decision_id'),
    entryId: bigint('entry_id', { mode: 'bigint' }),
  },
  (t) => [index('initiative_event_initiative').on(t.initiativeId, t.seq)],
);
