import { type signInAttempt } from '#db/schema';
import { sealedCookie } from './cookie.server';
import { type Visit } from './visit.server';

type AttemptKind = (typeof signInAttempt.$inferSelect)['kind'];

const TEN_MINUTES_S = 600;
const MOST_LETTERS = 3;
const cookie = sealedCookie('poging', 'attempt', TEN_MINUTES_S);

/**
 * A sign-in that this browser has under way, between its two pages; `back` is where it wants to go then. Who asked for more
 * letters has more attempts, the newest first.
 */
export type Pending = { attemptIds: string[]; kind: AttemptKind; email: string; back: string };

/** The sign-in of this kind that this browser began, if any. */
export async function pendingOf(visit: Visit, kind: AttemptKind): Promise<Pending | null> {
  const found = await cookie.read(visit);
  if (!found || found.kind !== kind) return null;
  const { attemptIds = '', email = '', back = '' } = found;
  return { attemptIds: attemptIds.split(' ').filter(Boolean), kind, email, back };
}

/** An attempt with those that this browser began before for the same address: their letters may still come. */
export async function withEarlier(visit: Visit, email: string, attemptId: string): Promise<string[]> {
  const earlier = await pendingOf(visit, 'code');
  return [attemptId, ...(earlier?.email === email ? earlier.attemptIds : [])].slice(0, MOST_LETTERS);
}

export const beginAttempt = (visit: Visit, { attemptIds, ...pending }: Pending) =>
  cookie.write(visit, { ...pending, attemptIds: attemptIds.join(' ') });
export const forgetAttempt = (visit: Visit) => cookie.clear(visit);
