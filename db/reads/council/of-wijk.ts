import { and, eq } from 'drizzle-orm';
import { type CalendarDate } from '~/domain/calendar';
import { type Queryable } from '../../client';
import { body } from '../../schema';
import { mandateOf, seatsOf } from './body';
import { nextMeeting } from './meeting';

/** The buurtraad of a wijk as its page shows it: how many sit in it, up to what it decides, and when it meets next. */
export async function councilOfWijk(
  db: Queryable,
  areaId: string,
  { now, today }: { now: Date; today: CalendarDate },
) {
  const [found] = await db
    .select({ id: body.id, slug: body.slug, name: body.name })
    .from(body)
    .where(and(eq(body.areaId, areaId), eq(body.kind, 'buurtraad')));
  if (!found) return null;
  const seats = await seatsOf(db, found.id, today);
  const mandate = await mandateOf(db, found.id, today);
  return {
    slug: found.slug,
    name: found.name,
    members: seats.filter(({ membershipId, voting }) => voting && membershipId !== null).length,
    maxPerDecisionCents: mandate?.maxPerDecisionCents ?? null,
    nextMeeting: await nextMeeting(db, found.id, now),
  };
}
