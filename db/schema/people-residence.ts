import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  serial,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { letterTries, type ResidenceMethod } from '~/domain/people/residence';
import { area } from './area';
import { calendarColumn, id, instant, sha256, signs } from './columns';
import { person } from './people';

/**
 * That somebody lives in a wijk, since when and how it is known. It ends when they say to live elsewhere, or when it proves
 * false; then `endReason` says why. Somebody without one lives where they say themselves: of that a row stands here only when it
 * proved false.
 */
export const residence = pgTable(
  'residence',
  {
    id: id(),
    /** In which order they were written. */
    seq: serial('seq').notNull().unique(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    areaId: uuid('area_id')
      .notNull()
      .references(() => area.id),
    method: text('method').$type<ResidenceMethod>().notNull(),
    since: calendarColumn('since').notNull(),
    /** Who saw it; nobody where a letter, a list or a sign-in service says so. */
    checkedBy: uuid('checked_by').references(() => person.id),
    until: calendarColumn('until'),
    endedBy: uuid('ended_by').references(() => person.id),
    /** Why it proved false; null when they moved. */
    endReason: text('end_reason'),
  },
  (t) => [
    uniqueIndex('residence_one')
      .on(t.personId)
      .where(sql`${t.until} is null`),
    index('residence_area').on(t.areaId),
    unique('residence_of').on(t.id, t.personId),
    check('residence_method', sql`${t.method} in ('self', 'letter', 'inPerson', 'list', 'oidc')`),
    check('residence_own_word', sql`${t.method} <> 'self' or ${t.endReason} is not null`),
    check('residence_checked', sql`(${t.method} = 'inPerson') = (${t.checkedBy} is not null)`),
    check('residence_by_another', sql`${t.checkedBy} <> ${t.personId}`),
    check('residence_until', sql`${t.until} >= ${t.since}`),
    check('residence_ended', sql`(${t.until} is null) = (${t.endedBy} is null)`),
    check('residence_end_reason', sql`${t.endReason} is null or ${t.until} is not null`),
    check('residence_end_words', sql`char_length(${t.endReason}) between 1 and ${signs(500)}`),
  ],
);

/**
 * What proves a residence: a person at an address, a place on the gemeente's list, or a subject of a sign-in service. Each only
 * as a digest, and each of one person at a time, whatever the method.
 */
export const residenceProof = pgTable(
  'residence_proof',
  {
    residenceId: uuid('residence_id').notNull(),
    personId: uuid('person_id').notNull(),
    kind: text('kind').$type<'letter' | 'list' | 'oidc'>().notNull(),
    digest: sha256('digest').notNull(),
    /** People of one address who were born in one year have the same line on the list. */
    ordinal: smallint('ordinal').notNull().default(1),
    releasedOn: calendarColumn('released_on'),
  },
  (t) => [
    primaryKey({ columns: [t.residenceId, t.kind] }),
    uniqueIndex('residence_proof_once')
      .on(t.kind, t.digest, t.ordinal)
      .where(sql`${t.releasedOn} is null`),
    foreignKey({
      name: 'residence_proof_of',
      columns: [t.residenceId, t.personId],
      foreignColumns: [residence.id, residence.personId],
    }),
    check('residence_proof_kind', sql`${t.kind} in ('letter', 'list', 'oidc')`),
    check('residence_proof_ordinal', sql`${t.ordinal} >= 1`),
  ],
);

/** Letters that were printed together. */
export const residenceLetterBatch = pgTable('residence_letter_batch', {
  id: id(),
  number: serial('number').notNull().unique(),
  madeBy: uuid('made_by')
    .notNull()
    .references(() => person.id),
  madeAt: instant('made_at').notNull(),
});

/** Somebody asked for a letter with a code. The address is sealed, and gone once the letter has ended. */
export const residenceLetter = pgTable(
  'residence_letter',
  {
    id: id(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    areaId: uuid('area_id')
      .notNull()
      .references(() => area.id),
    sealedAddress: text('sealed_address'),
    askedAt: instant('asked_at').notNull(),
    lastDay: calendarColumn('last_day').notNull(),
    batchId: uuid('batch_id'),
    wrongTries: smallint('wrong_tries').notNull().default(0),
    endedAt: instant('ended_at'),
  },
  (t) => [
    uniqueIndex('residence_letter_one')
      .on(t.personId)
      .where(sql`${t.endedAt} is null`),
    index('residence_letter_of_batch').on(t.batchId),
    foreignKey({
      name: 'residence_letter_printed',
      columns: [t.batchId],
      foreignColumns: [residenceLetterBatch.id],
    }),
    check('residence_letter_tries', sql`${t.wrongTries} between 0 and ${sql.raw(String(letterTries))}`),
    check('residence_letter_address', sql`(${t.sealedAddress} is null) = (${t.endedAt} is not null)`),
  ],
);

/** The list of residents that a gemeente read in: of which day, and how many lines. The last one holds. */
export const residentList = pgTable(
  'resident_list',
  {
    id: id(),
    number: serial('number').notNull().unique(),
    readBy: uuid('read_by')
      .notNull()
      .references(() => person.id),
    readAt: instant('read_at').notNull(),
    lines: integer('lines').notNull(),
  },
  (t) => [check('resident_list_lines', sql`${t.lines} >= 1`)],
);

/** One digest of the list, and how many residents it stands for. */
export const residentListLine = pgTable(
  'resident_list_line',
  {
    listId: uuid('list_id')
      .notNull()
      .references(() => residentList.id, { onDelete: 'cascade' }),
    digest: sha256('digest').notNull(),
    residents: smallint('residents').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.listId, t.digest] }),
    check('resident_list_line_residents', sql`${t.residents} between 1 and 999`),
  ],
);
