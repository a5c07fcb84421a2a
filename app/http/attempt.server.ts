import { type signInAttempt } from '#db/schema';
import { sealedCookie } from './cookie.server';
import { type Visit } from './visit.server';

type AttemptKind = (typeof signInAttempt.$inferSelect)['kind'];

const TEN_MINUTES_S = 600;
const cookie = sealedCookie('poging', 'attempt', TEN_MINUTES_S);

/** A sign-in that this browser has under way, between its two pages; `back` is where it wants to go then. */
export type Pending = { attemptId: string; kind: AttemptKind; email: string; back: string };

/** The sign-in of this kind that this browser began, if any. */
export async function pendingOf(visit: Visit, kind: AttemptKind): Promise<Pending | null> {
  const found = await cookie.read(visit);
  if (!found || found.kind !== kind) return null;
  const { attemptId = '', email = '', back = '' } = found;
  return { attemptId, kind, email, back };
}

export const beginAttempt = (visit: Visit, pending: Pending) => cookie.write(visit, pending);
export const forgetAttempt = (visit: Visit) => cookie.clear(visit);
