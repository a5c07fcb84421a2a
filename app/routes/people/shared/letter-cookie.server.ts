import { sealedCookie } from '~/http/cookie.server';
import { type Visit } from '~/http/visit.server';

const TEN_MINUTES_S = 600;
const cookie = sealedCookie('brief', 'letter', TEN_MINUTES_S);

/** Keeps the link of an invitation for the page that comes next, in the browser of who invited: we keep its digest alone. */
export async function keepLink(
  visit: Visit,
  { personId, token }: { personId: string; token: string | null },
) {
  if (token !== null) await cookie.write(visit, { personId, token });
}

/** The link that was just made for this person, once; null when there is none or it was shown. */
export async function takeLink(visit: Visit, personId: string): Promise<string | null> {
  const kept = await cookie.read(visit);
  if (kept?.personId !== personId) return null;
  await cookie.clear(visit);
  return kept.token ?? null;
}
