import { and, asc, count, desc, eq, exists, getTableColumns, isNull, lte } from 'drizzle-orm';
import { type CalendarDate } from '~/domain/calendar';
import { type SchemeTerms, type VersionDays } from '~/domain/initiative/scheme';
import { type Queryable } from '../../client';
import { area, initiative, scheme, schemeArea, schemeCap, schemeVersion, supportTier } from '../../schema';

/** The rules of a wijk's fund in one period; amounts in cents, terms in weeks. domain.md §2.2. */
export type SchemeVersion = SchemeTerms & VersionDays & { schemeId: string };

const begunOn = (day: CalendarDate) =>
  and(lte(schemeVersion.validFrom, day), isNull(schemeVersion.withdrawnOn));

/** The rules that hold in a wijk on a day; undefined when its fund has none. */
export async function schemeVersionOn(
  db: Queryable,
  areaId: string,
  today: CalendarDate,
): Promise<SchemeVersion | undefined> {
  const [found] = await db
    .select({ id: schemeVersion.id })
    .from(schemeVersion)
    .innerJoin(schemeArea, eq(schemeArea.schemeId, schemeVersion.schemeId))
    .where(and(eq(schemeArea.areaId, areaId), begunOn(today)))
    .orderBy(desc(schemeVersion.validFrom))
    .limit(1);
  return found && schemeVersionById(db, found.id);
}

/** The rules frozen into an initiative when it became public. */
export async function schemeVersionById(db: Queryable, id: string): Promise<SchemeVersion> {
  const [version] = await db.select().from(schemeVersion).where(eq(schemeVersion.id, id));
  if (!version) throw new Error(`no scheme version ${id}`);
  const { schemeVersionId: _tier, ...tier } = getTableColumns(supportTier);
  const supportTiers = await db
    .select(tier)
    .from(supportTier)
    .where(eq(supportTier.schemeVersionId, id))
    .orderBy(asc(supportTier.fromCents));
  const { kind, unit, amountCents, pct } = schemeCap;
  const caps = await db
    .select({ kind, unit, amountCents, pct })
    .from(schemeCap)
    .where(eq(schemeCap.schemeVersionId, id))
    .orderBy(asc(schemeCap.position));
  return { ...version, supportTiers, caps };
}

/** The wijken where one can ask for money on a day, by name. */
export async function areasWithScheme(db: Queryable, today: CalendarDate) {
  const ofIts = and(eq(schemeVersion.schemeId, schemeArea.schemeId), begunOn(today));
  return db
    .select({ id: area.id, slug: area.slug, name: area.name })
    .from(area)
    .innerJoin(schemeArea, eq(schemeArea.areaId, area.id))
    .where(exists(db.select({ id: schemeVersion.id }).from(schemeVersion).where(ofIts)))
    .orderBy(asc(area.name));
}

/** The schemes of this gemeente by name. */
export async function schemes(db: Queryable) {
  return db.select().from(scheme).orderBy(asc(scheme.name), asc(scheme.id));
}

/** One scheme; undefined when there is none. */
export async function schemeById(db: Queryable, id: string) {
  const [found] = await db.select().from(scheme).where(eq(scheme.id, id));
  return found;
}

/** Which wijk belongs to which scheme, by the name of the wijk. */
export async function wijkenOfSchemes(db: Queryable) {
  return db
    .select({ schemeId: schemeArea.schemeId, id: area.id, slug: area.slug, name: area.name })
    .from(schemeArea)
    .innerJoin(area, eq(area.id, schemeArea.areaId))
    .orderBy(asc(area.name));
}

const days = {
  id: schemeVersion.id,
  schemeId: schemeVersion.schemeId,
  validFrom: schemeVersion.validFrom,
  publishedOn: schemeVersion.publishedOn,
  withdrawnOn: schemeVersion.withdrawnOn,
};

/** When the versions of all schemes hold, also those that were taken back. */
export async function versionDays(db: Queryable) {
  return db.select(days).from(schemeVersion).orderBy(asc(schemeVersion.validFrom));
}

/** The versions of one scheme, each with how many initiatives stand under it. */
export async function versionsOfScheme(db: Queryable, schemeId: string) {
  return db
    .select({ ...days, initiatives: count(initiative.id) })
    .from(schemeVersion)
    .leftJoin(initiative, eq(initiative.schemeVersionId, schemeVersion.id))
    .where(eq(schemeVersion.schemeId, schemeId))
    .groupBy(schemeVersion.id)
    .orderBy(asc(schemeVersion.validFrom));
}

/** What a version is called: its scheme, and its first day; undefined when there is none. */
export async function versionName(db: Queryable, id: string) {
  const [found] = await db
    .select({ name: scheme.name, validFrom: schemeVersion.validFrom })
    .from(schemeVersion)
    .innerJoin(scheme, eq(scheme.id, schemeVersion.schemeId))
    .where(eq(schemeVersion.id, id));
  return found;
}
