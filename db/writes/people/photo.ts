import { eq, not } from 'drizzle-orm';
import { type CalendarDate } from '~/domain/calendar';
import { type Database, type Transaction } from '../../client';
import { isShownOn } from '../../reads/people/photo';
import { personPhoto } from '../../schema';

/** Keeps somebody's photo in place of the one before. */
export async function savePhoto(tx: Transaction, photo: typeof personPhoto.$inferInsert): Promise<void> {
  const { hash, content, savedAt } = photo;
  await tx
    .insert(personPhoto)
    .values(photo)
    .onConflictDoUpdate({ target: personPhoto.personId, set: { hash, content, savedAt } });
}

/** Deletes somebody's photo. Answers whether there was one. */
export async function deletePhoto(tx: Transaction, personId: string): Promise<boolean> {
  const gone = await tx
    .delete(personPhoto)
    .where(eq(personPhoto.personId, personId))
    .returning({ personId: personPhoto.personId });
  return gone.length > 0;
}

/** Deletes the photos that nobody sees any more: of who sits in no council on this day. */
export async function deleteUnshownPhotos(db: Database, on: CalendarDate): Promise<void> {
  await db.delete(personPhoto).where(not(isShownOn(db, on)));
}
