import { sql } from 'drizzle-orm';
import { check, integer, jsonb, pgTable, primaryKey, serial, text, uuid } from 'drizzle-orm/pg-core';
import { type PostcodeProblem } from '~/domain/area/postcode';
import { id, instant, sha256 } from './columns';
import { person } from './people';

/** A file of CBS that says where addresses lie, as far as of this gemeente; the one that was read last holds. */
export const postcodeFile = pgTable(
  'postcode_file',
  {
    id: id(),
    seq: serial('seq').notNull().unique(),
    /** Which year's borders these are. */
    year: integer('year').notNull(),
    addresses: integer('addresses').notNull(),
    /** Of what is kept of it: the same again is no other file. */
    sha256: sha256('sha256').notNull(),
    readBy: uuid('read_by').references(() => person.id),
    readAt: instant('read_at').notNull(),
  },
  (t) => [
    check('postcode_file_year', sql`${t.year} between 2000 and 2099`),
    check('postcode_file_addresses', sql`${t.addresses} > 0`),
  ],
);

/**
 * The house numbers of a postcode, from one up to another, that lie in one buurt of CBS: every number there can be where the
 * whole postcode does (docs/decisions/0022). In which of our areas that is, `area_cbs` says.
 */
export const postcodePart = pgTable(
  'postcode_part',
  {
    fileId: uuid('file_id')
      .notNull()
      .references(() => postcodeFile.id),
    postcode: text('postcode').notNull(),
    fromNumber: integer('from_number').notNull(),
    toNumber: integer('to_number').notNull(),
    code: text('code').notNull(),
    addresses: integer('addresses').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.fileId, t.postcode, t.fromNumber] }),
    check('postcode_part_postcode', sql`${t.postcode} ~ '^[1-9][0-9]{3}[A-Z]{2}$'`),
    check('postcode_part_numbers', sql`1 <= ${t.fromNumber} and ${t.toNumber} <= 99999`),
    check('postcode_part_code', sql`${t.code} ~ '^BU[0-9]{4}[0-9A-Z]{4}$'`),
    check('postcode_part_addresses', sql`${t.addresses} between 1 and ${t.toNumber} - ${t.fromNumber} + 1`),
  ],
);

/**
 * A file that somebody handed in on the page, waiting on disk to be read: how far that is, and how it ended. Work, no fact: what
 * was read is a `postcode_file`.
 */
export const postcodeTask = pgTable(
  'postcode_task',
  {
    id: id(),
    /** Where it stands on the machine that took it. */
    path: text('path').notNull(),
    /** What it was called where it came from. */
    name: text('name').notNull(),
    askedBy: uuid('asked_by')
      .notNull()
      .references(() => person.id),
    askedAt: instant('asked_at').notNull(),
    lines: integer('lines').notNull().default(0),
    percent: integer('percent').notNull().default(0),
    outcome: text('outcome').$type<PostcodeOutcome>(),
    problems: jsonb('problems').$type<readonly PostcodeProblem[]>().notNull().default([]),
    /** How many more there are than the `problems` that are kept. */
    more: integer('more').notNull().default(0),
    endedAt: instant('ended_at'),
  },
  (t) => [
    check('postcode_task_outcome', sql`${t.outcome} in ('created', 'unchanged', 'refused')`),
    check('postcode_task_end', sql`(${t.outcome} is null) = (${t.endedAt} is null)`),
    check('postcode_task_progress', sql`${t.lines} >= 0 and ${t.percent} between 0 and 100`),
    check(
      'postcode_task_problems',
      sql`jsonb_typeof(${t.problems}) = 'array' and (${t.problems} <> '[]') = (coalesce(${t.outcome}, '') = 'refused')`,
    ),
    check('postcode_task_more', sql`${t.more} >= 0 and (${t.more} = 0 or ${t.problems} <> '[]')`),
  ],
);

/** How reading a file ended: it holds from now on, it held already, or it was refused. */
export type PostcodeOutcome = 'created' | 'unchanged' | 'refused';
