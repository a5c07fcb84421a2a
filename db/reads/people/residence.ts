import { and, count, desc, eq, gte, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import { type CalendarDate } from '~/domain/calendar';
import { type ResidenceMethod } from '~/domain/people/residence';
import { type Queryable } from '../../client';
import {
  area,
  person,
  residence,
  residenceLetter,
  residenceLetterBatch,
  residentList,
  residentListLine,
} from '../../schema';

/** How it is known that somebody lives in this wijk: as they say themselves where nothing more is known. */
export async function residenceMethodOf(
  db: Queryable,
  personId: string,
  areaId: string,
): Promise<ResidenceMethod> {
  const found = await residenceOf(db, personId);
  return found?.areaId === areaId ? found.method : 'self';
}

/** The residence of somebody that is known and runs; undefined when there is only their own word. */
export async function residenceOf(db: Queryable, personId: string) {
  const { areaId, method, since } = residence;
  const [found] = await db
    .select({ areaId, method, since, area: area.name })
    .from(residence)
    .innerJoin(area, eq(area.id, areaId))
    .where(and(eq(residence.personId, personId), isNull(residence.until)));
  return found;
}

/** Whether it proved false that somebody lives in this wijk, and was not shown since. */
export async function isDoubted(db: Queryable, personId: string, areaId: string): Promise<boolean> {
  const [last] = await db
    .select({ reason: residence.endReason })
    .from(residence)
    .where(and(eq(residence.personId, personId), eq(residence.areaId, areaId)))
    .orderBy(desc(residence.seq))
    .limit(1);
  return (last?.reason ?? null) !== null;
}

/** The letter that is under way to somebody: until when its code works, and whether it was printed; undefined without one. */
export async function openLetter(db: Queryable, personId: string, today: CalendarDate) {
  const { lastDay, batchId, askedAt } = residenceLetter;
  const [found] = await db
    .select({ lastDay, askedAt, isPrinted: isNotNull(batchId).mapWith(Boolean), area: area.name })
    .from(residenceLetter)
    .innerJoin(area, eq(area.id, residenceLetter.areaId))
    .where(
      and(
        eq(residenceLetter.personId, personId),
        isNull(residenceLetter.endedAt),
        gte(residenceLetter.lastDay, today),
      ),
    );
  return found;
}

/** How many letters somebody asked for since a moment. */
export function lettersSince(db: Queryable, personId: string, since: Date): Promise<number> {
  return db.$count(
    residenceLetter,
    and(eq(residenceLetter.personId, personId), gte(residenceLetter.askedAt, since)),
  );
}

/** How many letters were asked for before a moment, and still wait to be printed. */
export function lettersWaiting(db: Queryable, before?: Date): Promise<number> {
  const { batchId, endedAt, askedAt } = residenceLetter;
  return db.$count(residenceLetter, and(isNull(batchId), isNull(endedAt), before && lt(askedAt, before)));
}

/** How many letters wait to be printed, and the batches that were, the newest of them: 50 at most. */
export async function letterBatches(db: Queryable) {
  const waiting = await lettersWaiting(db);
  const { id, number, madeAt } = residenceLetterBatch;
  const batches = await db
    .select({
      ...{ id, number, madeAt },
      letters: count(residenceLetter.id),
      open: sql<number>`count(*) filter (where ${residenceLetter.endedAt} is null)::int`,
      by: person.name,
    })
    .from(residenceLetterBatch)
    .innerJoin(residenceLetter, eq(residenceLetter.batchId, id))
    .innerJoin(person, eq(person.id, residenceLetterBatch.madeBy))
    .groupBy(id, person.name)
    .orderBy(desc(number))
    .limit(50);
  return { waiting, batches };
}

/** The letters of a batch whose codes still work, in the order in which they were asked for. */
export async function lettersOfBatch(db: Queryable, batchId: string) {
  const { id, sealedAddress, lastDay, askedAt } = residenceLetter;
  return db
    .select({ id, sealedAddress, lastDay, name: person.name, area: area.name })
    .from(residenceLetter)
    .innerJoin(person, eq(person.id, residenceLetter.personId))
    .innerJoin(area, eq(area.id, residenceLetter.areaId))
    .where(and(eq(residenceLetter.batchId, batchId), isNull(residenceLetter.endedAt)))
    .orderBy(askedAt, id);
}

/** The list of residents that holds: when it was read, and how many lines; undefined before the first. */
export async function residentsInForce(db: Queryable) {
  const { id, readAt, lines } = residentList;
  const [found] = await db
    .select({ id, readAt, lines, by: person.name })
    .from(residentList)
    .innerJoin(person, eq(person.id, residentList.readBy))
    .orderBy(desc(residentList.number))
    .limit(1);
  return found;
}

/** How many residents a line of the list that holds stands for; null where there is no list. */
export async function residentsOn(db: Queryable, digest: string): Promise<number | null> {
  const list = await residentsInForce(db);
  if (!list) return null;
  const [found] = await db
    .select({ residents: residentListLine.residents })
    .from(residentListLine)
    .where(and(eq(residentListLine.listId, list.id), eq(residentListLine.digest, digest)));
  return found?.residents ?? 0;
}
