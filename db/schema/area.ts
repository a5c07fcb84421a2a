import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { type Geometry } from 'geojson';
import { type FoundAreas, type WhyNotRead } from '~/domain/area/reading';
import { calendarColumn, id, instant } from './columns';

export const areaKinds = ['gemeente', 'gebied', 'wijk', 'buurt', 'plek'] as const;
export type AreaKind = (typeof areaKinds)[number];

/** A published CBS area of one year: reference data that our own areas are composed of. */
export const cbsArea = pgTable(
  'cbs_area',
  {
    code: text('code').notNull(),
    year: integer('year').notNull(),
    name: text('name').notNull(),
    gemeenteCode: text('gemeente_code').notNull(),
    inhabitants: integer('inhabitants'),
    geometry: jsonb('geometry').$type<Geometry>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.code, t.year] }),
    check('cbs_area_code', sql`${t.code} ~ '^(GM[0-9]{4}|WK[0-9]{4}[0-9A-Z]{2}|BU[0-9]{4}[0-9A-Z]{4})$'`),
    check('cbs_area_inhabitants', sql`${t.inhabitants} >= 0`),
  ],
);

/** Our own area tree. An area has a polygon of its own, or is composed of CBS areas. */
export const area = pgTable(
  'area',
  {
    id: id(),
    kind: text('kind').$type<AreaKind>().notNull(),
    slug: text('slug').notNull().unique(),
    name: text('name').notNull(),
    parentId: uuid('parent_id'),
    validFrom: calendarColumn('valid_from').notNull(),
    validTo: calendarColumn('valid_to'),
    /** The area that its ground, addresses and residents went to when it ended. */
    joinedInto: uuid('joined_into'),
    ownGeometry: jsonb('own_geometry').$type<Geometry>(),
    ownInhabitants: integer('own_inhabitants'),
  },
  (t) => [
    foreignKey({ columns: [t.parentId], foreignColumns: [t.id] }),
    foreignKey({ columns: [t.joinedInto], foreignColumns: [t.id] }),
    index('area_parent').on(t.parentId),
    index('area_joined_into').on(t.joinedInto),
    check('area_kind', sql`${t.kind} in ('gemeente', 'gebied', 'wijk', 'buurt', 'plek')`),
    check('area_validity', sql`${t.validTo} > ${t.validFrom}`),
    check('area_inhabitants', sql`${t.ownInhabitants} >= 0`),
    check(
      'area_joined',
      sql`${t.joinedInto} is null or (${t.joinedInto} <> ${t.id} and ${t.validTo} is not null)`,
    ),
    check('area_not_own_parent', sql`${t.parentId} <> ${t.id}`),
    check('area_slug', sql`${t.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
  ],
);

/** Which CBS areas an own area is composed of; `until` which day, where that ended. */
export const areaCbs = pgTable(
  'area_cbs',
  {
    areaId: uuid('area_id')
      .notNull()
      .references(() => area.id),
    code: text('code').notNull(),
    year: integer('year').notNull(),
    until: calendarColumn('until'),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.code, t.year] }),
    uniqueIndex('area_cbs_once_a_year')
      .on(t.code, t.year)
      .where(sql`${t.until} is null`),
    foreignKey({ columns: [t.code, t.year], foreignColumns: [cbsArea.code, cbsArea.year] }),
  ],
);

/** The last part of an address that an area had before: it leads to the one of now. */
export const formerSlug = pgTable('former_slug', {
  slug: text('slug').primaryKey(),
  areaId: uuid('area_id')
    .notNull()
    .references(() => area.id),
});

/**
 * A file with wijken that somebody handed in. It is looked at beside (`found` is what would change, or `refusal` why not), and read
 * once somebody asked for that. Work, no fact: its content goes when it ended.
 */
export const wijkenFile = pgTable(
  'wijken_file',
  {
    id: id(),
    content: text('content'),
    year: integer('year').notNull(),
    handedInBy: uuid('handed_in_by').notNull(),
    handedInAt: instant('handed_in_at').notNull(),
    /** How far it is, in looking and again in reading. */
    percent: smallint('percent').notNull().default(0),
    found: jsonb('found').$type<FoundAreas>(),
    refusal: jsonb('refusal').$type<WhyNotRead>(),
    /** Who said that it is right. */
    askedBy: uuid('asked_by'),
    askedAt: instant('asked_at'),
    endedAt: instant('ended_at'),
  },
  (t) => [
    check('wijken_file_year', sql`${t.year} between 2000 and 2099`),
    check('wijken_file_percent', sql`${t.percent} between 0 and 100`),
    check('wijken_file_content', sql`(${t.content} is null) = (${t.endedAt} is not null)`),
    check('wijken_file_refusal', sql`${t.refusal} is null or ${t.endedAt} is not null`),
    check(
      'wijken_file_asked',
      sql`(${t.askedBy} is null) = (${t.askedAt} is null) and (${t.askedAt} is null or ${t.found} is not null)`,
    ),
  ],
);

/** Which gemeente this installation serves: one row. Only the seed of the named world marks a demonstration. */
export const installation = pgTable(
  'installation',
  {
    one: integer('one').primaryKey().default(1),
    gemeenteId: uuid('gemeente_id')
      .notNull()
      .references(() => area.id),
    demonstration: boolean('demonstration').notNull(),
  },
  (t) => [check('installation_one', sql`${t.one} = 1`)],
);
