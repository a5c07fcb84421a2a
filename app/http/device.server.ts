import { sealedCookie } from './cookie.server';
import { type SignedIn } from './session.server';
import { type Visit } from './visit.server';

const HALF_A_YEAR_S = 182 * 86_400;
const MOST_ACCOUNTS = 5;
const cookie = sealedCookie('apparaat', 'device', HALF_A_YEAR_S);

/** A device as one account knows it: by a mark of its own, and how sure it was who signed in there. */
export type Device = { mark: string; assurance: SignedIn };

/** This device, if the account behind `email` signed in on it before. */
export async function deviceOf(visit: Visit, email: string): Promise<Device | null> {
  const [assurance, mark] = (await cookie.read(visit))?.[email]?.split(':') ?? [];
  if (!mark || (assurance !== 'code' && assurance !== 'strong')) return null;
  return { mark, assurance };
}

/** Marks this device as one where the account behind `email` signed in. It opens nothing by itself. */
export async function rememberDevice(visit: Visit, email: string, assurance: SignedIn): Promise<void> {
  const known = await deviceOf(visit, email);
  const { [email]: _, ...others } = (await cookie.read(visit)) ?? {};
  const kept = Object.entries(others).slice(1 - MOST_ACCOUNTS);
  const surest = known?.assurance === 'strong' ? 'strong' : assurance;
  const own = `${surest}:${known?.mark ?? visit.site.newId()}`;
  await cookie.write(visit, { ...Object.fromEntries(kept), [email]: own });
}
