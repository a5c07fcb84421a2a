import { sealedCookie } from './cookie.server';
import { type OidcFlow } from './oidc.server';
import { type Visit } from './visit.server';

const TEN_MINUTES_S = 600;
const cookie = sealedCookie('inlogdienst', 'oidc', TEN_MINUTES_S);

/** Keeps in this browser that this person began to sign in at a service, for ten minutes. */
export function keepFlow(visit: Visit, flow: OidcFlow) {
  const { actor, now } = visit.context;
  const until = new Date(now.getTime() + TEN_MINUTES_S * 1000).toISOString();
  return cookie.write(visit, { ...flow, personId: actor.personId ?? '', until });
}

/** What this person began in this browser, if that is not too long ago. */
export async function flowOf(visit: Visit): Promise<OidcFlow | null> {
  const { actor, now } = visit.context;
  const {
    personId,
    until = '',
    to = '',
    state = '',
    nonce = '',
    verifier = '',
  } = (await cookie.read(visit)) ?? {};
  if (!personId || personId !== actor.personId || until <= now.toISOString()) return null;
  return { to, state, nonce, verifier };
}

export const forgetFlow = (visit: Visit) => cookie.clear(visit);
