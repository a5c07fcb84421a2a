import { sql } from 'drizzle-orm';
import {
  check,
  integer,
  numeric,
  pgTable,
  primaryKey,
  serial,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { type DivisionKey, longestFrom } from '~/domain/ledger/division';
import { type Kolom } from '~/domain/ledger/kolom';
import { type Rollover } from '~/domain/ledger/year-end';
import { type TargetGroup, type Theme } from '~/domain/initiative/purpose';
import { area } from './area';
import { calendarColumn, centsColumn, id, signs } from './columns';

/** Where money comes from: one funder's promise for one year. */
export const source = pgTable(
  'source',
  {
    id: id(),
    code: text('code').notNull().unique(),
    name: text('name').notNull(),
    kolom: text('kolom').$type<Kolom>().notNull(),
    year: integer('year').notNull(),
    funder: text('funder').notNull(),
    /** What the money may be used for; null does not bind. The validity counts both its days in. */
    theme: text('theme').$type<Theme>(),
    targetGroup: text('target_group').$type<TargetGroup>(),
    areaId: uuid('area_id').references(() => area.id),
    validFrom: calendarColumn('valid_from'),
    expiresOn: calendarColumn('expires_on'),
    /** What happens to the rest at the end of a year; `rolloverPct` is the most that may stay, of what was promised. */
    rollover: text('rollover').$type<Rollover>().notNull(),
    rolloverPct: smallint('rollover_pct').notNull().default(0),
    /** The declared order: between equals, the first declared pays first. */
    position: serial('position').notNull().unique(),
  },
  (t) => [
    check(
      'source_kolom',
      sql`${t.kolom} in ('wmo', 'jeugd', 'participatie', 'leefbaarheid', 'sponsor', 'corporatie', 'fonds', 'eigen_bijdrage', 'wijkbv', 'bedrijfsvoering')`,
    ),
    check(
      'source_theme',
      sql`${t.theme} in ('ontmoeten', 'groen', 'sport', 'jeugd', 'zorg', 'veiligheid', 'kunst', 'duurzaam')`,
    ),
    check('source_target_group', sql`${t.targetGroup} in ('young', 'adult', 'senior')`),
    check('source_validity', sql`${t.validFrom} <= ${t.expiresOn}`),
    check('source_rollover', sql`${t.rollover} in ('lapses', 'percentage', 'stays')`),
    check(
      'source_rollover_pct',
      sql`${t.rolloverPct} between 0 and 100 and (${t.rolloverPct} > 0) = (${t.rollover} = 'percentage')`,
    ),
  ],
);

/** By which key the amount of a source was divided over wijken. Never changed: whoever wants to, divides it again. */
export const division = pgTable(
  'division',
  {
    id: id(),
    sourceId: uuid('source_id')
      .notNull()
      .references(() => source.id),
    /** Of its entries in the books. */
    linkGroup: uuid('link_group').notNull().unique(),
    dividedOn: calendarColumn('divided_on').notNull(),
    by: text('by').$type<DivisionKey>().notNull(),
    totalCents: centsColumn('total_cents').notNull(),
    footCents: centsColumn('foot_cents').notNull(),
    /** Who published the weights. */
    weightsFrom: text('weights_from'),
  },
  (t) => [
    check('division_by', sql`${t.by} in ('inhabitants', 'amounts', 'weights')`),
    check('division_total', sql`${t.totalCents} > 0`),
    check('division_foot', sql`${t.footCents} >= 0 and (${t.footCents} = 0 or ${t.by} = 'inhabitants')`),
    check(
      'division_weights_from',
      sql`(${t.weightsFrom} is not null) = (${t.by} = 'weights') and length(${t.weightsFrom}) <= ${signs(longestFrom)}`,
    ),
  ],
);

/** What a division gave to one wijk, and what that wijk weighed in it: its inhabitants, or the weight of the file. */
export const divisionPart = pgTable(
  'division_part',
  {
    divisionId: uuid('division_id')
      .notNull()
      .references(() => division.id),
    areaId: uuid('area_id')
      .notNull()
      .references(() => area.id),
    /** Null where amounts were given by hand. */
    weight: numeric('weight', { precision: 18, scale: 4 }),
    cents: centsColumn('cents').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.divisionId, t.areaId] }),
    check('division_part_weight', sql`${t.weight} >= 0`),
    check('division_part_cents', sql`${t.cents} >= 0`),
  ],
);
