import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { type Role } from '~/domain/access/roles';
import { type LetterKind } from '~/domain/people/letter';
import { type ShownName } from '~/domain/people/name';
import { windows } from '~/domain/windows';
import { area } from './area';
import { calendarColumn, id, instant, sha256, signs, within } from './columns';

export const person = pgTable(
  'person',
  {
    id: id(),
    email: text('email').notNull().unique(),
    name: text('name'),
    areaId: uuid('area_id').references(() => area.id),
    bornOn: calendarColumn('born_on'),
    createdAt: instant('created_at').notNull(),
    endedAt: instant('ended_at'),
    /** Set on the invented people of the demonstration only: what one can "enter as". */
    persona: text('persona'),
    /** What of the name a council's page shows of its members. */
    shownName: text('shown_name').$type<ShownName>().notNull().default('first'),
  },
  (t) => [
    check('person_email', sql`${t.email} = lower(${t.email}) and ${t.email} like '%_@_%'`),
    check('person_born_on', sql`${t.bornOn} ${within(windows.birth)}`),
    check('person_shown_name', sql`${t.shownName} in ('first', 'full')`),
    check('person_name', sql`char_length(${t.name}) between 1 and ${signs(80)}`),
  ],
);

/** The password and second factor of people with a desk; residents have none. */
export const credential = pgTable('credential', {
  personId: uuid('person_id')
    .primaryKey()
    .references(() => person.id),
  passwordHash: text('password_hash').notNull(),
  /** Sealed with the server's key: see http/seal. */
  totpSecret: text('totp_secret').notNull(),
  totpConfirmedAt: instant('totp_confirmed_at'),
  /** The last time step accepted, so that one code opens one session. */
  totpLastStep: integer('totp_last_step').notNull().default(0),
});

/** A role that is not a council seat, with its term and (where it is bound to one) its wijk. */
export const roleTerm = pgTable(
  'role_term',
  {
    id: id(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    role: text('role').$type<Role>().notNull(),
    areaId: uuid('area_id').references(() => area.id),
    validFrom: calendarColumn('valid_from').notNull(),
    /** The same day as the first when it was taken back before it began. */
    validTo: calendarColumn('valid_to'),
    /** Nobody for what a command of the machine gave. */
    givenBy: uuid('given_by').references(() => person.id),
  },
  (t) => [
    index('role_term_person').on(t.personId),
    check('role_term_validity', sql`${t.validTo} >= ${t.validFrom}`),
    check('role_term_by_another', sql`${t.givenBy} <> ${t.personId}`),
    check(
      'role_term_role',
      sql`${t.role} in ('networker', 'areaManager', 'controller', 'payer', 'moderator', 'admin')`,
    ),
  ],
);

/** Somebody lost their second factor: one administrator asks for a new one, another confirms or somebody withdraws. */
export const factorRequest = pgTable(
  'factor_request',
  {
    id: id(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    askedBy: uuid('asked_by')
      .notNull()
      .references(() => person.id),
    reason: text('reason').notNull(),
    askedAt: instant('asked_at').notNull(),
  },
  (t) => [
    index('factor_request_person').on(t.personId),
    unique('factor_request_asker').on(t.id, t.personId, t.askedBy),
    check('factor_request_for_another', sql`${t.askedBy} <> ${t.personId}`),
    check('factor_request_reason', sql`char_length(${t.reason}) between 1 and ${signs(500)}`),
  ],
);

/** The end of such a request: confirmed by a second administrator, who is not whom it is about, or withdrawn. */
export const factorVerdict = pgTable(
  'factor_verdict',
  {
    requestId: uuid('request_id').primaryKey(),
    verdict: text('verdict').$type<'confirmed' | 'withdrawn'>().notNull(),
    personId: uuid('person_id').notNull(),
    askedBy: uuid('asked_by').notNull(),
    by: uuid('given_by')
      .notNull()
      .references(() => person.id),
    at: instant('given_at').notNull(),
  },
  (t) => [
    foreignKey({
      name: 'factor_verdict_of',
      columns: [t.requestId, t.personId, t.askedBy],
      foreignColumns: [factorRequest.id, factorRequest.personId, factorRequest.askedBy],
    }),
    check('factor_verdict_kind', sql`${t.verdict} in ('confirmed', 'withdrawn')`),
    check('factor_verdict_for_another', sql`${t.by} <> ${t.personId}`),
    check('factor_verdict_two_people', sql`${t.verdict} = 'withdrawn' or ${t.by} <> ${t.askedBy}`),
  ],
);

/** Lucia's session table; `id` is the SHA-256 of the token in the cookie. */
export const session = pgTable(
  'session',
  {
    id: text('id').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    expiresAt: instant('expires_at').notNull(),
    createdAt: instant('created_at').notNull(),
    assurance: text('assurance').$type<'code' | 'strong'>().notNull(),
  },
  (t) => [
    index('session_user').on(t.userId),
    check('session_assurance', sql`${t.assurance} in ('code', 'strong')`),
    check('session_id_hashed', sql`${t.id} ~ '^[0-9a-f]{64}$'`),
  ],
);

/** A one-time code sent by e-mail, or the password step waiting for its second factor. */
export const signInAttempt = pgTable(
  'sign_in_attempt',
  {
    id: id(),
    kind: text('kind').$type<'code' | 'password' | 'invitation'>().notNull(),
    email: text('email').notNull(),
    secretHash: text('secret_hash'),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    tries: smallint('tries').notNull().default(0),
    usedAt: instant('used_at'),
  },
  (t) => [
    index('sign_in_attempt_email').on(t.email),
    check('sign_in_attempt_kind', sql`${t.kind} in ('code', 'password', 'invitation')`),
    check('sign_in_attempt_tries', sql`${t.tries} between 0 and 5`),
  ],
);

/** What was spent of a budget, as the moment at which it is whole again; limits so survive a restart. */
export const rateLimit = pgTable('rate_limit', {
  key: text('key').primaryKey(),
  expire: instant('expire').notNull(),
});

/** A form that somebody sent and what came of it, so that sending it again does nothing more. */
export const sentForm = pgTable(
  'sent_form',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    key: uuid('key').notNull(),
    /** Of the act and its content: the same key with other content is refused. */
    requestHash: sha256('request_hash').notNull(),
    answer: jsonb('answer'),
    sentAt: instant('sent_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.key] }), index('sent_form_sent').on(t.sentAt)],
);

/** A letter by e-mail, written in the transaction of the act that sends it. */
export const mail = pgTable(
  'mail',
  {
    id: id(),
    kind: text('kind').$type<LetterKind>().notNull(),
    recipient: text('recipient').notNull(),
    /** Letters about an act are in Dutch, those about signing in in the language of whoever asked. */
    lang: text('lang').$type<'nl' | 'en'>().notNull().default('nl'),
    subject: text('subject').notNull(),
    /** Emptied once sent: letters may hold codes. */
    body: text('body'),
    /** Where on the site this goes on; emptied once sent too: it may hold a token. */
    path: text('path'),
    createdAt: instant('created_at').notNull(),
    sentAt: instant('sent_at'),
  },
  (t) => [
    index('mail_created').on(t.createdAt),
    check('mail_path', sql`${t.path} like '/%'`),
    check(
      'mail_kind',
      sql`${t.kind} in ('signIn', 'receipt', 'decision', 'payee', 'support', 'invitation', 'conflict', 'residence')`,
    ),
    // What is a header stays on one line.
    check('mail_one_line', sql`${t.subject} !~ '[[:cntrl:]]' and ${t.recipient} !~ '[[:cntrl:]]'`),
  ],
);

/**
 * Addresses that want no more mail from Wijkkas, of people and strangers alike. In plain text, as they stand in `person`: a
 * hash under a key of the site would forget them all when that key changes.
 */
export const mailStop = pgTable(
  'mail_stop',
  {
    address: text('address').primaryKey(),
    stoppedAt: instant('stopped_at').notNull(),
  },
  (t) => [check('mail_stop_address', sql`${t.address} = lower(${t.address}) and ${t.address} like '%_@_%'`)],
);
