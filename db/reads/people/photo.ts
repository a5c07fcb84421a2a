import { and, eq, exists, sql } from 'drizzle-orm';
import { type CalendarDate } from '~/domain/calendar';
import { type Queryable } from '../../client';
import { membership, personPhoto, seat } from '../../schema';
import { validOn } from '../council/body';

/** That whose photo it is sits in a council on this day. */
export const isShownOn = (db: Queryable, on: CalendarDate) =>
  exists(
    db
      .select({ one: sql`1` })
      .from(membership)
      .innerJoin(seat, eq(seat.id, membership.seatId))
      .where(and(eq(membership.personId, personPhoto.personId), validOn(membership, on), validOn(seat, on))),
  );

/** The photo with this hash, as long as whose it is sits in a council. */
export async function shownPhoto(db: Queryable, hash: string, on: CalendarDate): Promise<Buffer | undefined> {
  const [found] = await db
    .select({ content: personPhoto.content })
    .from(personPhoto)
    .where(and(eq(personPhoto.hash, hash), isShownOn(db, on)))
    .limit(1);
  return found?.content;
}

/** The hash of somebody's photo, shown or not; null when there is none. */
export async function photoHashOf(db: Queryable, personId: string): Promise<string | null> {
  const [found] = await db
    .select({ hash: personPhoto.hash })
    .from(personPhoto)
    .where(eq(personPhoto.personId, personId));
  return found?.hash ?? null;
}
