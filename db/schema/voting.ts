import { sql } from 'drizzle-orm';
import {
  bigint,
  type AnyPgColumn,
  check,
  char,
  doublePrecision,
  index,
  integer,
  json,
  jsonb,
  pgTable,
  primaryKey,
  serial,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { type Notice, noticeCodes } from '~/domain/notices';
import { type PublishedCount } from '~/domain/voting/publication';
import { type VoteType } from '~/domain/voting/round-file';
import { type RuleName } from '~/domain/voting/rule-names';
import { area } from './area';
import { calendarColumn, centsColumn, id, instant, sha256, signs } from './columns';

/** A notice that is none: its code is not of the list, or it has no values. */
const strangeNotice = `$[*] ? (!(${noticeCodes.map((code) => `@.code == "${code}"`).join(' || ')}) || !exists(@.values.*))`;

/** A finished vote of residents over a budget, brought in from a file. Amounts in hundredths of its currency. */
export const round = pgTable(
  'round',
  {
    id: id(),
    number: serial('number').notNull().unique(),
    areaId: uuid('area_id')
      .notNull()
      .references(() => area.id),
    name: text('name').notNull(),
    /** The area by the file's own names, which may be of another gemeente. */
    place: text('place').notNull(),
    currency: char('currency', { length: 3 }).notNull(),
    voteType: text('vote_type').$type<VoteType>().notNull(),
    budgetCents: centsColumn('budget_cents').notNull(),
    metaLines: smallint('meta_lines').notNull(),
    projects: integer('projects').notNull(),
    voters: integer('voters').notNull(),
    beganOn: calendarColumn('began_on'),
    endedOn: calendarColumn('ended_on'),
    year: integer('year'),
    /** Of the file that it came from, unpacked. */
    fileSha256: sha256('file_sha256').notNull(),
    /** What it is known by (domain/voting/round-content); null for a round from before that was kept. */
    contentSha256: sha256('content_sha256'),
    /** The round of the same content that was withdrawn before this one was read in. */
    replaces: uuid('replaces')
      .unique()
      .references((): AnyPgColumn => roundWithdrawal.roundId),
    notices: jsonb('notices').$type<readonly Notice[]>().notNull().default([]),
    importedAt: instant('imported_at').notNull(),
  },
  (t) => [
    index('round_area').on(t.areaId),
    uniqueIndex('round_content')
      .on(t.contentSha256)
      .where(sql`${t.replaces} is null`),
    check(
      'round_notices',
      sql`jsonb_typeof(${t.notices}) = 'array' and not jsonb_path_exists(${t.notices}, ${sql.raw(`'${strangeNotice}'`)})`,
    ),
    check('round_currency', sql`${t.currency} ~ '^[A-Z]{3}$'`),
    check(
      'round_vote_type',
      sql`${t.voteType} in ('approval', 'choose-1', 'ordinal', 'cumulative', 'scoring')`,
    ),
    check(
      'round_sizes',
      sql`${t.budgetCents} >= 0 and ${t.metaLines} >= 0 and ${t.projects} between 0 and 32767 and ${t.voters} >= 0`,
    ),
    check('round_term', sql`${t.endedOn} >= ${t.beganOn}`),
  ],
);

/** That a round was not right after all: no list or total has it any more, its address tells why. */
export const roundWithdrawal = pgTable(
  'round_withdrawal',
  {
    roundId: uuid('round_id')
      .primaryKey()
      .references((): AnyPgColumn => round.id),
    reason: text('reason').notNull(),
    withdrawnAt: instant('withdrawn_at').notNull(),
  },
  (t) => [check('round_withdrawal_reason', sql`char_length(${t.reason}) between 1 and ${signs(500)}`)],
);

/** What the file says of the vote as a whole, key by key, in its order. */
export const roundMeta = pgTable(
  'round_meta',
  {
    roundId: uuid('round_id')
      .notNull()
      .references(() => round.id),
    position: smallint('position').notNull(),
    key: text('key').notNull(),
    value: text('value').notNull(),
  },
  (t) => [primaryKey({ columns: [t.roundId, t.position] }), unique('round_meta_key').on(t.roundId, t.key)],
);

/** A project as it was put to the vote; `place` is what ballots point at, `chosen` the city's own column. */
export const roundProject = pgTable(
  'round_project',
  {
    roundId: uuid('round_id')
      .notNull()
      .references(() => round.id),
    place: smallint('place').notNull(),
    key: text('key').notNull(),
    name: text('name').notNull(),
    costCents: centsColumn('cost_cents').notNull(),
    category: text('category'),
    description: text('description'),
    latitude: doublePrecision('latitude'),
    longitude: doublePrecision('longitude'),
    chosen: smallint('chosen'),
  },
  (t) => [
    primaryKey({ columns: [t.roundId, t.place] }),
    unique('round_project_key').on(t.roundId, t.key),
    check('round_project_cost', sql`${t.costCents} >= 0`),
    check('round_project_point', sql`(${t.latitude} is null) = (${t.longitude} is null)`),
    check(
      'round_project_on_earth',
      sql`${t.latitude} between -90 and 90 and ${t.longitude} between -180 and 180`,
    ),
  ],
);

/** One ballot, without anything of its voter: places of projects, and points in millionths where they were given. */
export const ballot = pgTable(
  'ballot',
  {
    roundId: uuid('round_id')
      .notNull()
      .references(() => round.id),
    number: integer('number').notNull(),
    choices: smallint('choices').array().notNull(),
    points: bigint('points', { mode: 'number' }).array(),
  },
  (t) => [
    primaryKey({ columns: [t.roundId, t.number] }),
    check('ballot_points', sql`cardinality(${t.points}) = cardinality(${t.choices})`),
  ],
);

/** The outcome of a round by one rule: the published report, and the hash of the published ballots it was counted from. */
export const roundCount = pgTable(
  'round_count',
  {
    roundId: uuid('round_id')
      .notNull()
      .references(() => round.id),
    rule: text('rule').$type<RuleName>().notNull(),
    inputSha256: sha256('input_sha256').notNull(),
    report: json('report').$type<PublishedCount>().notNull(),
    countedAt: instant('counted_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.roundId, t.rule] }),
    check(
      'round_count_rule',
      sql`${t.rule} in ('mes-cost-add1', 'greedy', 'mes-cost', 'mes-card-add1', 'mes-card', 'greedy-ratio')`,
    ),
    check('round_count_report', sql`json_typeof(${t.report}) = 'object'`),
  ],
);

/** How far the counting of a round is; written beside the work. `failed` when an outcome broke its own promises. */
export const roundCountProgress = pgTable(
  'round_count_progress',
  {
    roundId: uuid('round_id')
      .primaryKey()
      .references(() => round.id),
    done: integer('done').notNull(),
    total: integer('total').notNull(),
    failed: text('failed').$type<RuleName>(),
    at: instant('at').notNull(),
  },
  (t) => [check('round_count_progress_part', sql`${t.done} between 0 and ${t.total}`)],
);
