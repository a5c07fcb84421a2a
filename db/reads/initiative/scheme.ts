import { and, asc, eq, gt, isNull, lte, or } from 'drizzle-orm';
import { type CalendarDate } from '~/domain/calendar';
import { type SchemeRules } from '~/domain/initiative/rules';
import { type Queryable } from '../../client';
import { area, scheme, schemeArea, schemeVersion, supportTier } from '../../schema';

/** The rules of a wijk's fund in one period; amounts in cents, terms in weeks. domain.md §2.2. */
export type SchemeVersion = SchemeRules & { id: string; decisionWeeks: number };

const onDay = (today: CalendarDate) =>
  and(
    lte(schemeVersion.validFrom, today),
    or(isNull(schemeVersion.validTo), gt(schemeVersion.validTo, today)),
  );

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
    .where(and(eq(schemeArea.areaId, areaId), onDay(today)));
  return found && schemeVersionById(db, found.id);
}

/** The rules frozen into an initiative when it became public. */
export async function schemeVersionById(db: Queryable, id: string): Promise<SchemeVersion> {
  const [version] = await db.select().from(schemeVersion).where(eq(schemeVersion.id, id));
  if (!version) throw new Error(`no scheme version ${id}`);
  const supportTiers = await db
    .select({ fromCents: supportTier.fromCents, minFor: supportTier.minFor })
    .from(supportTier)
    .where(eq(supportTier.schemeVersionId, id))
    .orderBy(asc(supportTier.fromCents));
  return { ...version, supportTiers };
}

/** The wijken where one can ask for money on a day, by name. */
export async function areasWithScheme(db: Queryable, today: CalendarDate) {
  return db
    .select({ id: area.id, slug: area.slug, name: area.name })
    .from(area)
    .innerJoin(schemeArea, eq(schemeArea.areaId, area.id))
    .innerJoin(scheme, eq(scheme.id, schemeArea.schemeId))
    .innerJoin(schemeVersion, eq(schemeVersion.schemeId, scheme.id))
    .where(onDay(today))
    .orderBy(asc(area.name));
}
