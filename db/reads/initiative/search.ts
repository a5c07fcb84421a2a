import { and, asc, desc, eq, gte, inArray, lte, or, type SQL, sql } from 'drizzle-orm';
import { oneFaultAway, wordParts, wordQuery } from '~/domain/initiative/search';
import { type InitiativeState } from '~/domain/lifecycle/initiative';
import { type Cents } from '~/domain/money/cents';
import { type Queryable } from '../../client';
import { type Theme } from '~/domain/initiative/purpose';
import { area, initiative } from '../../schema';
import { folded } from '../../schema/columns';
import { isPublic } from './initiative';
import { readPage } from '../page';

/** What a visitor filters on: states that mean the same to a neighbour, together. */
export const stateGroups = {
  gathering: ['gathering'],
  council: ['submitted', 'onAgenda'],
  granted: ['granted', 'partlyGranted'],
  rejected: ['rejected'],
  withdrawn: ['withdrawn'],
} as const satisfies Record<string, readonly InitiativeState[]>;
export type StateGroup = keyof typeof stateGroups;

export const sorts = ['best', 'newest', 'highest', 'lowest'] as const;
export type Sort = (typeof sorts)[number];

export interface InitiativeSearch {
  text: string;
  /** Slug of a wijk. */
  area?: string;
  theme?: Theme;
  states?: StateGroup;
  /** Under which version of a scheme it became public. */
  versionId?: string;
  /** Bounds of the requested amount, in cents, inclusive. */
  fromCents?: Cents;
  toCents?: Cents;
  sort: Sort;
  /** From 1. */
  page: number;
}

/**
 * Public initiatives that fit, twenty a page. Text is found by Dutch stems, by the start of a word and without a diminutive, and
 * in the title, summary and place also as part of a word and without accents. Where nothing fits, one fault of typing a word is
 * forgiven. Best match first unless another order is asked.
 */
export async function searchInitiatives(db: Queryable, search: InitiativeSearch) {
  const query = textQuery(search.text);
  const parts = wordParts(search.text);
  const found = await matching(
    db,
    search,
    query,
    query &&
      or(
        sql`${initiative.search} @@ ${query}`,
        within(parts, () => []),
      ),
  );
  return found.total > 0 || parts.length === 0
    ? found
    : matching(db, search, query, within(parts, oneFaultAway));
}

/** A page of the public initiatives that fit the filters and this; the best fit for `query` first where that is asked. */
function matching(db: Queryable, search: InitiativeSearch, query: SQL | undefined, text: SQL | undefined) {
  const where = and(isPublic, ...filters(search), text);
  return readPage({ page: search.page, size: 20 }, count(db, where), (limit, offset) =>
    listed(db)
      .where(where)
      .orderBy(...order(search.sort, query))
      .limit(limit)
      .offset(offset),
  );
}

/** The newest public initiatives, of one wijk where asked. */
export function newestInitiatives(db: Queryable, { area: slug, most }: { area?: string; most: number }) {
  return listed(db)
    .where(and(isPublic, slug === undefined ? undefined : eq(area.slug, slug)))
    .orderBy(desc(initiative.number))
    .limit(most);
}

async function count(db: Queryable, where: SQL | undefined): Promise<number> {
  const [all] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(initiative)
    .innerJoin(area, eq(area.id, initiative.areaId))
    .where(where);
  return all?.count ?? 0;
}

function listed(db: Queryable) {
  return db
    .select({
      number: initiative.number,
      title: initiative.title,
      summary: initiative.summary,
      theme: initiative.theme,
      state: initiative.state,
      requestedCents: initiative.requestedCents,
      grantedCents: initiative.grantedCents,
      decideBy: initiative.decideBy,
      area: { slug: area.slug, name: area.name },
    })
    .from(initiative)
    .innerJoin(area, eq(area.id, initiative.areaId))
    .$dynamic();
}

function filters(search: InitiativeSearch): (SQL | undefined)[] {
  const { area: slug, theme, states, versionId, fromCents, toCents } = search;
  return [
    versionId === undefined ? undefined : eq(initiative.schemeVersionId, versionId),
    slug === undefined ? undefined : eq(area.slug, slug),
    theme && eq(initiative.theme, theme),
    states && inArray(initiative.state, [...stateGroups[states]]),
    fromCents === undefined ? undefined : gte(initiative.requestedCents, fromCents),
    toCents === undefined ? undefined : lte(initiative.requestedCents, toCents),
  ];
}

/** The typed text only ever travels as a parameter; `wordQuery` lets no operator through. */
function textQuery(text: string): SQL | undefined {
  if (text === '') return undefined;
  const typed = sql`websearch_to_tsquery('dutch', ${text})`;
  const terms = wordQuery(text);
  return terms === null ? typed : sql`(${typed} || to_tsquery('dutch', ${terms}))`;
}

/** Each of these stands somewhere in a word, or something that `near` makes of it does; undefined when there are none. */
function within(parts: readonly string[], near: (part: string) => string[]): SQL | undefined {
  const isIn = (pattern: string) => sql`${initiative.folded} like '%' || ${folded(sql`${pattern}`)} || '%'`;
  return and(...parts.map((part) => or(...[part, ...near(part)].map(isIn))));
}

function order(sort: Sort, query: SQL | undefined): SQL[] {
  const newest = desc(initiative.number);
  if (sort === 'highest') return [desc(initiative.requestedCents), newest];
  if (sort === 'lowest') return [asc(initiative.requestedCents), newest];
  if (sort === 'best' && query) return [desc(sql`ts_rank(${initiative.search}, ${query})`), newest];
  return [newest];
}
