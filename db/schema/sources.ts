import { sql } from 'drizzle-orm';
import { check, integer, pgTable, serial, smallint, text, uuid } from 'drizzle-orm/pg-core';
import { type Kolom } from '~/domain/ledger/kolom';
import { type Rollover } from '~/domain/ledger/year-end';
import { type TargetGroup, type Theme } from '~/domain/initiative/purpose';
import { area } from './area';
import { calendarColumn, id } from './columns';

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
