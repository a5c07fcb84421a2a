import { sealedCookie } from './cookie.server';
import { type Visit } from './visit.server';

const HALF_A_YEAR_S = 182 * 86_400;
const cookie = sealedCookie('apparaat', 'device', HALF_A_YEAR_S);

/** The mark of this device, if the account behind `email` signed in on it before. */
export async function deviceOf(visit: Visit, email: string): Promise<string | null> {
  const known = await cookie.read(visit);
  return known?.email === email ? (known.device ?? null) : null;
}

/** Marks this device as one where the account behind `email` signed in. It opens nothing by itself. */
export async function rememberDevice(visit: Visit, email: string): Promise<void> {
  if (!(await deviceOf(visit, email))) await cookie.write(visit, { email, device: visit.site.newId() });
}
