import { lt } from 'drizzle-orm';
import { type Database } from '../client';
import { rateLimit, sentForm, session, signInAttempt } from '../schema';

const formsKeptMs = 60 * 86_400_000;

/** Forgets what has run out: sessions, sign-ins under way, counted tries and sent forms. The privacy page promises it daily. */
export async function forgetExpired(db: Database, now: Date): Promise<void> {
  await db.delete(session).where(lt(session.expiresAt, now));
  await db.delete(signInAttempt).where(lt(signInAttempt.expiresAt, now));
  await db.delete(rateLimit).where(lt(rateLimit.expire, now));
  await db.delete(sentForm).where(lt(sentForm.sentAt, new Date(now.getTime() - formsKeptMs)));
}
