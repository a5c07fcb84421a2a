import { and, inArray, lt, ne } from 'drizzle-orm';
import { calendarDateIn } from '~/domain/calendar';
import { fileKeptDays } from '~/domain/area/reading';
import { letterKinds, isStoppable, type LetterKind } from '~/domain/people/letter';
import { type Database } from '../client';
import { endLapsedFiles } from './area/area';
import { deleteUnshownPhotos } from './people/photo';
import { endLapsedLetters } from './people/residence';
import { coInvitation, mail, rateLimit, sentForm, session, signInAttempt } from '../schema';

const dayMs = 86_400_000;
const formsKeptMs = 60 * dayMs;
const lettersKeptMs = 30 * dayMs;
const unasked = (Object.keys(letterKinds) as LetterKind[]).filter(isStoppable);

/**
 * Forgets what has run out: sessions, sign-ins under way, counted tries, sent forms, invitations, addresses of letters that
 * lapsed, files with wijken that nobody read in, photos of who sits in no council any more, and after a month to whom letters
 * went that nobody asked for. The privacy page promises it daily.
 */
export async function forgetExpired(db: Database, now: Date): Promise<void> {
  await db.delete(session).where(lt(session.expiresAt, now));
  await db.delete(signInAttempt).where(lt(signInAttempt.expiresAt, now));
  await db.delete(rateLimit).where(lt(rateLimit.expire, now));
  await db.delete(sentForm).where(lt(sentForm.sentAt, new Date(now.getTime() - formsKeptMs)));
  await db.delete(coInvitation).where(lt(coInvitation.expiresAt, now));
  await endLapsedFiles(db, new Date(now.getTime() - fileKeptDays * dayMs), now);
  await endLapsedLetters(db, calendarDateIn(now), now);
  await deleteUnshownPhotos(db, calendarDateIn(now));
  const old = new Date(now.getTime() - lettersKeptMs);
  await db
    .update(mail)
    .set({ recipient: '', body: null, path: null })
    .where(and(inArray(mail.kind, unasked), lt(mail.createdAt, old), ne(mail.recipient, '')));
}
