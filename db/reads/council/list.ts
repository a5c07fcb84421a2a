import { asc, eq, sql } from 'drizzle-orm';
import { type CalendarDate } from '~/domain/calendar';
import { type Queryable } from '../../client';
import { area, body } from '../../schema';

/** A council in a list: how many seats it has, how many are filled, and when it meets next. */
export type ListedCouncil = Awaited<ReturnType<typeof listedCouncils>>[number];

const runs = (term: string, on: CalendarDate) =>
  sql`${sql.raw(term)}.valid_from <= ${on} and (${sql.raw(term)}.valid_to is null or ${sql.raw(term)}.valid_to > ${on})`;

/** Every council on a day: buurtraden by name, the stadsraad last. */
export async function listedCouncils(db: Queryable, { now, today }: { now: Date; today: CalendarDate }) {
  const seats = sql`from seat join body b on b.id = seat.body_id`;
  const rows = await db
    .select({
      id: body.id,
      slug: body.slug,
      kind: body.kind,
      name: body.name,
      areaName: area.name,
      seats: sql<number>`(select count(*)::int ${seats} where b.id = ${body.id} and ${runs('seat', today)})`,
      members: sql<number>`(select count(*)::int ${seats} join membership m on m.seat_id = seat.id
        where b.id = ${body.id} and ${runs('seat', today)} and ${runs('m', today)})`,
      nextMeeting: sql<string | null>`(select min(m.starts_at) from meeting m
        where m.body_id = ${body.id} and m.state in ('planned', 'opened') and m.starts_at >= ${now.toISOString()})`,
    })
    .from(body)
    .innerJoin(area, eq(area.id, body.areaId))
    .orderBy(asc(body.kind), asc(body.name));
  return rows.map(({ nextMeeting, ...row }) => ({
    ...row,
    nextMeeting: nextMeeting === null ? null : new Date(nextMeeting),
  }));
}
