import { and, asc, eq, gte, inArray } from 'drizzle-orm';
import { type CalendarDate } from '~/domain/calendar';
import { type Queryable } from '../../client';
import { body, meeting } from '../../schema';
import { mandateOf, seatsOf } from './body';

/** The buurtraad of a wijk as its page shows it: how many sit in it, up to what it decides, and when it meets next. */
export async function councilOfWijk(
  db: Queryable,
  areaId: string,
  { now, today }: { now: Date; today: CalendarDate },
) {
  const [found] = await db
    .select({ id: body.id, name: body.name })
    .from(body)
    .where(and(eq(body.areaId, areaId), eq(body.kind, 'buurtraad')));
  if (!found) return null;
  const seats = await seatsOf(db, found.id, today);
  const mandate = await mandateOf(db, found.id, today);
  return {
    name: found.name,
    members: seats.filter(({ membershipId, voting }) => voting && membershipId !== null).length,
    maxPerDecisionCents: mandate?.maxPerDecisionCents ?? null,
    nextMeeting: await nextMeeting(db, found.id, now),
  };
}

async function nextMeeting(db: Queryable, bodyId: string, now: Date) {
  const [next] = await db
    .select({ startsAt: meeting.startsAt, place: meeting.place })
    .from(meeting)
    .where(
      and(
        eq(meeting.bodyId, bodyId),
        inArray(meeting.state, ['planned', 'opened']),
        gte(meeting.startsAt, now),
      ),
    )
    .orderBy(asc(meeting.startsAt))
    .limit(1);
  return next ?? null;
}
