import { and, eq, inArray, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import { type Area } from '~/domain/area/polygon';
import { type CalendarDate } from '~/domain/calendar';
import { type Queryable, type Transaction } from '../../client';
import { area, areaCbs, cbsArea, formerSlug, installation, person, wijkenFile } from '../../schema';

export type NewArea = typeof area.$inferInsert;
export type CbsRow = typeof cbsArea.$inferSelect;
export type Change = 'created' | 'changed' | 'unchanged';

/** Adds areas to our own tree; a parent stands before its children. */
export async function insertAreas(tx: Transaction, rows: readonly NewArea[]): Promise<void> {
  for (const row of rows) await tx.insert(area).values(row);
}

/** Keeps a CBS area as published; says whether it was new or different from what we had. */
export async function keepCbsArea(tx: Transaction, row: CbsRow): Promise<Change> {
  const { name, gemeenteCode, inhabitants, geometry } = row;
  const added = await tx.insert(cbsArea).values(row).onConflictDoNothing().returning({ code: cbsArea.code });
  if (added.length > 0) return 'created';
  const differs = sql`(${cbsArea.name}, ${cbsArea.gemeenteCode}, ${cbsArea.inhabitants}, ${cbsArea.geometry})
    is distinct from (${name}, ${gemeenteCode}, ${inhabitants}::int, ${JSON.stringify(geometry)}::jsonb)`;
  const changed = await tx
    .update(cbsArea)
    .set({ name, gemeenteCode, inhabitants, geometry })
    .where(and(eq(cbsArea.code, row.code), eq(cbsArea.year, row.year), differs))
    .returning({ code: cbsArea.code });
  return changed.length > 0 ? 'changed' : 'unchanged';
}

/** Says that an area is composed of this CBS area (among others). */
export async function composeOf(tx: Transaction, row: typeof areaCbs.$inferInsert): Promise<void> {
  await tx.insert(areaCbs).values(row).onConflictDoNothing();
}

/** Names the gemeente that this installation serves, when it serves none yet. */
export async function install(
  tx: Transaction,
  row: Omit<typeof installation.$inferInsert, 'one'>,
): Promise<void> {
  await tx.insert(installation).values(row).onConflictDoNothing();
}

/** The lock under which the tree of areas is changed: one change at a time, each on what the one before left. */
export async function lockAreas(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('areas', 0))`);
}

/** Gives an area another name or address. The address that it had leads to the new one. */
export async function updateArea(
  tx: Transaction,
  areaId: string,
  { name, slug, former }: { name: string; slug: string; former: string },
): Promise<void> {
  await tx.delete(formerSlug).where(and(eq(formerSlug.slug, slug), eq(formerSlug.areaId, areaId)));
  await tx.update(area).set({ name, slug }).where(eq(area.id, areaId));
  if (slug !== former) await tx.insert(formerSlug).values({ slug: former, areaId });
}

/** Ends an area: `on` is the first day without it. What it was composed of stays readable. */
export async function endArea(tx: Transaction, areaId: string, on: CalendarDate): Promise<void> {
  await tx.update(area).set({ validTo: on }).where(eq(area.id, areaId));
  await tx
    .update(areaCbs)
    .set({ until: on })
    .where(and(eq(areaCbs.areaId, areaId), isNull(areaCbs.until)));
}

/** Lets an area that ended go on, of the CBS areas that it consisted of at its end. */
export async function reopenArea(tx: Transaction, areaId: string, ended: CalendarDate): Promise<void> {
  await tx.update(area).set({ validTo: null }).where(eq(area.id, areaId));
  await tx
    .update(areaCbs)
    .set({ until: null })
    .where(and(eq(areaCbs.areaId, areaId), eq(areaCbs.until, ended)));
}

/** From now on the ground of an area that ended, with its addresses, and its residents are those of another. */
export async function handOver(tx: Transaction, from: string, to: string): Promise<void> {
  await tx.update(area).set({ joinedInto: to }).where(eq(area.id, from));
  await tx.execute(sql`insert into area_cbs (area_id, code, year)
    select ${to}::uuid, part.code, part.year from area_cbs part join area ended on ended.id = part.area_id
    where part.area_id = ${from}::uuid and part.until = ended.valid_to
    on conflict (area_id, code, year) do update set until = null`);
  await tx.update(person).set({ areaId: to }).where(eq(person.areaId, from));
}

/** From a day on an area is composed of these CBS areas no longer, of whatever year. */
export async function composeNoMore(
  tx: Transaction,
  areaId: string,
  codes: readonly string[],
  on: CalendarDate,
): Promise<void> {
  await tx
    .update(areaCbs)
    .set({ until: on })
    .where(and(eq(areaCbs.areaId, areaId), inArray(areaCbs.code, [...codes]), isNull(areaCbs.until)));
}

/** Gives an area an outline and a number of inhabitants of its own; says whether that is different from what it had. */
export async function redrawArea(
  tx: Transaction,
  areaId: string,
  { outline, inhabitants }: { outline: Area; inhabitants: number | null },
): Promise<Change> {
  const differs = sql`(${area.ownGeometry}, ${area.ownInhabitants})
    is distinct from (${JSON.stringify(outline)}::jsonb, ${inhabitants}::int)`;
  const changed = await tx
    .update(area)
    .set({ ownGeometry: outline, ownInhabitants: inhabitants })
    .where(and(eq(area.id, areaId), differs))
    .returning({ id: area.id });
  return changed.length > 0 ? 'changed' : 'unchanged';
}

/** Keeps a file with wijken as it was handed in, and queues the look at it. */
export async function insertWijkenFile(tx: Transaction, row: typeof wijkenFile.$inferInsert): Promise<void> {
  await tx.insert(wijkenFile).values(row);
  await tx.execute(queueWijken);
}

type FileState = Partial<typeof wijkenFile.$inferInsert>;
const queueWijken = sql`select enqueue('wijken-tasks', '{}'::json)`;

/** Writes down that a file is right, and queues the reading; false for one that nobody looked at or that has ended. */
export async function askWijkenFile(
  tx: Transaction,
  id: string,
  asked: { askedBy: string; askedAt: Date },
): Promise<boolean> {
  const looked = and(eq(wijkenFile.id, id), isNotNull(wijkenFile.found), isNull(wijkenFile.endedAt));
  const found = await tx.update(wijkenFile).set(asked).where(looked).returning({ id: wijkenFile.id });
  if (found.length > 0) await tx.execute(queueWijken);
  return found.length > 0;
}

/** Writes down how far a file is, or how it ended; nothing of one that has ended. */
export async function putWijkenFile(db: Queryable, id: string, state: FileState): Promise<void> {
  const open = and(eq(wijkenFile.id, id), isNull(wijkenFile.endedAt));
  await db.update(wijkenFile).set(state).where(open);
}

/** Lets go of the files that were handed in before a moment and of which nobody said that they are right. */
export async function endLapsedFiles(db: Queryable, before: Date, now: Date): Promise<void> {
  const { handedInAt, askedAt, endedAt } = wijkenFile;
  const lapsed = and(lt(handedInAt, before), isNull(askedAt), isNull(endedAt));
  await db.update(wijkenFile).set({ content: null, endedAt: now }).where(lapsed);
}
