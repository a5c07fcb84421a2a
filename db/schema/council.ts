import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { type SeatKind } from '~/domain/council/composition';
import { type Appointment, type Duty } from '~/domain/council/membership';
import { type MotionOutcome } from '~/domain/council/motion';
import { type MeetingState } from '~/domain/lifecycle/meeting';
import { type Theme, themes } from '~/domain/initiative/purpose';
import { windows } from '~/domain/windows';
import { area } from './area';
import { calendarColumn, centsColumn, id, instant, signs, within } from './columns';
import { initiative } from './initiative';
import { person } from './people';

/** A council: the buurtraad of one wijk, or the stadsraad above them. */
export const body = pgTable(
  'body',
  {
    id: id(),
    kind: text('kind').$type<'buurtraad' | 'stadsraad'>().notNull(),
    slug: text('slug').notNull().unique(),
    name: text('name').notNull(),
    areaId: uuid('area_id')
      .notNull()
      .references(() => area.id),
    /** How anybody reaches it; both stand on its page. */
    contactEmail: text('contact_email'),
    contactText: text('contact_text'),
  },
  (t) => [
    unique('body_one_per_area').on(t.areaId, t.kind),
    check('body_kind', sql`${t.kind} in ('buurtraad', 'stadsraad')`),
    check('body_slug', sql`${t.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
    check('body_contact_email', sql`${t.contactEmail} like '%_@_%' and ${t.contactEmail} !~ '[[:cntrl:]]'`),
    check('body_contact_text', sql`char_length(${t.contactText}) between 1 and ${signs(500)}`),
  ],
);

export const seat = pgTable(
  'seat',
  {
    id: id(),
    bodyId: uuid('body_id')
      .notNull()
      .references(() => body.id),
    type: text('type').$type<SeatKind>().notNull(),
    voting: boolean('voting').notNull(),
    validFrom: calendarColumn('valid_from').notNull(),
    validTo: calendarColumn('valid_to'),
  },
  (t) => [
    index('seat_body').on(t.bodyId),
    check('seat_type', sql`${t.type} in ('resident', 'professional', 'networker', 'areaManager')`),
    check('seat_validity', sql`${t.validTo} > ${t.validFrom}`),
  ],
);

/** Who sits in a seat, from when to when. Terms of one seat never overlap (EXCLUDE in the migration). */
export const membership = pgTable(
  'membership',
  {
    id: id(),
    seatId: uuid('seat_id')
      .notNull()
      .references(() => seat.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    duty: text('duty').$type<Duty>().notNull(),
    /** How somebody came to sit here; null where nobody wrote it down. */
    appointed: text('appointed').$type<Appointment>(),
    validFrom: calendarColumn('valid_from').notNull(),
    validTo: calendarColumn('valid_to'),
  },
  (t) => [
    index('membership_person').on(t.personId),
    check('membership_duty', sql`${t.duty} in ('member', 'chair', 'secretary')`),
    check(
      'membership_appointed',
      sql`${t.appointed} in ('elected', 'appointed', 'coOpted', 'drawn', 'delegated')`,
    ),
    check('membership_validity', sql`${t.validTo} > ${t.validFrom}`),
  ],
);

/** Up to which amounts a body may decide by itself. */
export const mandate = pgTable(
  'mandate',
  {
    id: id(),
    bodyId: uuid('body_id')
      .notNull()
      .references(() => body.id),
    maxPerDecisionCents: centsColumn('max_per_decision_cents').notNull(),
    maxPerApplicantPerYearCents: centsColumn('max_per_applicant_per_year_cents').notNull(),
    /** What it may grant in a calendar year, all together; null without such a limit. */
    maxPerPeriodCents: centsColumn('max_per_period_cents'),
    /** What it may decide about; empty for everything. */
    themes: text('themes').array().$type<Theme[]>().notNull().default([]),
    validFrom: calendarColumn('valid_from').notNull(),
    validTo: calendarColumn('valid_to'),
  },
  (t) => [
    index('mandate_body').on(t.bodyId),
    check('mandate_amounts', sql`${t.maxPerDecisionCents} > 0 and ${t.maxPerApplicantPerYearCents} > 0`),
    check('mandate_period', sql`${t.maxPerPeriodCents} >= ${t.maxPerDecisionCents}`),
    check(
      'mandate_themes',
      sql`${t.themes} <@ array[${sql.raw(themes.map((theme) => `'${theme}'`).join(', '))}]`,
    ),
    check('mandate_validity', sql`${t.validTo} > ${t.validFrom}`),
  ],
);

export const meeting = pgTable(
  'meeting',
  {
    id: id(),
    bodyId: uuid('body_id')
      .notNull()
      .references(() => body.id),
    startsAt: instant('starts_at').notNull(),
    place: text('place').notNull(),
    state: text('state').$type<MeetingState>().notNull(),
    /** The meeting that had no quorum and that this one repeats (art. 20 lid 2 Gemeentewet). */
    reconvenes: uuid('reconvenes'),
    openedAt: instant('opened_at'),
    /** Why it was opened on another day than it was called for. */
    openingReason: text('opening_reason'),
  },
  (t) => [
    index('meeting_body').on(t.bodyId, t.startsAt),
    foreignKey({ columns: [t.reconvenes], foreignColumns: [t.id] }),
    check('meeting_state', sql`${t.state} in ('planned', 'opened', 'closed', 'failed')`),
    check(
      'meeting_starts_at',
      sql`(${t.startsAt} at time zone 'Europe/Amsterdam')::date ${within(windows.other)}`,
    ),
    check('meeting_place', sql`char_length(${t.place}) between 1 and ${signs(200)}`),
    check('meeting_opening_reason', sql`char_length(${t.openingReason}) between 1 and ${signs(500)}`),
    check(
      'meeting_opened_on_its_day',
      sql`${t.openingReason} is not null or (${t.openedAt} at time zone 'Europe/Amsterdam')::date = (${t.startsAt} at time zone 'Europe/Amsterdam')::date`,
    ),
  ],
);

export const agendaItem = pgTable(
  'agenda_item',
  {
    id: id(),
    meetingId: uuid('meeting_id')
      .notNull()
      .references(() => meeting.id),
    position: smallint('position').notNull(),
    initiativeId: uuid('initiative_id')
      .notNull()
      .references(() => initiative.id),
    /** Whether the same proposal tied, or its vote was invalid, at an earlier meeting. */
    earlier: text('earlier').$type<'postponed' | 'invalid'>(),
    /** What the council votes on: the request, or less. */
    proposedCents: centsColumn('proposed_cents').notNull(),
  },
  (t) => [
    unique('agenda_item_once').on(t.meetingId, t.initiativeId),
    unique('agenda_item_position').on(t.meetingId, t.position),
    index('agenda_item_initiative').on(t.initiativeId),
    check('agenda_item_earlier', sql`${t.earlier} in ('postponed', 'invalid')`),
    check('agenda_item_proposed', sql`${t.proposedCents} > 0`),
  ],
);

export const attendance = pgTable(
  'attendance',
  {
    meetingId: uuid('meeting_id')
      .notNull()
      .references(() => meeting.id),
    membershipId: uuid('membership_id')
      .notNull()
      .references(() => membership.id),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.meetingId, t.membershipId] })],
);

/**
 * A member's vote on an item: one, and never changed. A trigger refuses conflicted and absent members. The vote of who
 * turns out to have an interest stays, but is not counted: see `votesOn`.
 */
export const councilVote = pgTable(
  'council_vote',
  {
    itemId: uuid('item_id')
      .notNull()
      .references(() => agendaItem.id),
    membershipId: uuid('membership_id')
      .notNull()
      .references(() => membership.id),
    choice: text('choice').$type<'for' | 'against' | 'blank'>().notNull(),
    castAt: instant('cast_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.itemId, t.membershipId] }),
    check('council_vote_choice', sql`${t.choice} in ('for', 'against', 'blank')`),
  ],
);

/** What a body decided on one item, with the numbers that make it valid. Never changed; a new one refers to it. */
export const decision = pgTable(
  'decision',
  {
    id: id(),
    bodyId: uuid('body_id')
      .notNull()
      .references(() => body.id),
    year: integer('year').notNull(),
    number: integer('number').notNull(),
    itemId: uuid('item_id')
      .notNull()
      .references(() => agendaItem.id)
      .unique(),
    initiativeId: uuid('initiative_id')
      .notNull()
      .references(() => initiative.id),
    outcome: text('outcome').$type<Exclude<MotionOutcome, 'noQuorum'> | 'referred'>().notNull(),
    amountCents: centsColumn('amount_cents').notNull(),
    mandateCents: centsColumn('mandate_cents').notNull(),
    seats: smallint('seats').notNull(),
    sitting: smallint('sitting').notNull(),
    present: smallint('present').notNull(),
    conflicted: smallint('conflicted').notNull(),
    votesFor: smallint('votes_for').notNull(),
    votesAgainst: smallint('votes_against').notNull(),
    votesBlank: smallint('votes_blank').notNull(),
    reasons: text('reasons').notNull(),
    decidedOn: calendarColumn('decided_on').notNull(),
    decidedAt: instant('decided_at').notNull(),
  },
  (t) => [
    unique('decision_number').on(t.bodyId, t.year, t.number),
    index('decision_initiative').on(t.initiativeId),
    index('decision_decided').on(t.decidedAt, t.number),
    check(
      'decision_outcome',
      sql`${t.outcome} in ('adopted', 'notAdopted', 'invalid', 'postponed', 'referred')`,
    ),
    check('decision_reasons', sql`${t.outcome} <> 'notAdopted' or char_length(${t.reasons}) >= 10`),
    check('decision_within_mandate', sql`${t.outcome} <> 'adopted' or ${t.amountCents} <= ${t.mandateCents}`),
    check(
      'decision_counts',
      sql`${t.sitting} <= ${t.seats} and ${t.present} <= ${t.sitting} and ${t.votesFor} + ${t.votesAgainst} + ${t.votesBlank} + ${t.conflicted} <= ${t.sitting}`,
    ),
    check(
      'decision_majority',
      sql`${t.outcome} <> 'adopted' or 2 * ${t.votesFor} > ${t.votesFor} + ${t.votesAgainst}`,
    ),
  ],
);
