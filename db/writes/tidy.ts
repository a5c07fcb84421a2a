import { lt } from 'drizzle-orm';
import { type Database } from '../client';
import { rateLimit, session, signInAttempt } from '../schema';

/** Forgets what has run out: sessions, sign-ins under way and counted tries. The privacy page promises it daily. */
export async function forgetExpired(db: Database, now: Date): Promise<void> {
  await db.delete(session).where(lt(session.expiresAt, now));
  await db.delete(signInAttempt).where(lt(signInAttempt.expiresAt, now));
  await db.delete(rateLimit).where(lt(rateLimit.expire, now));
}
