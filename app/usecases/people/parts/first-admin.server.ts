import { timingSafeEqual } from 'node:crypto';
import { hadAdministrator } from '#db/reads/people/person';
import { type Queryable } from '#db/client';
import { type Vault } from './second-factor.server';

/** What opens the page of the first administrator: the same at each start, and only this site can compute it. */
const firstAdminToken = (vault: Pick<Vault, 'derive'>) =>
  vault.derive('first administrator').toString('base64url');

/** The token of the link that makes the first administrator; null once there was one. */
export const tokenForFirstAdmin = async (db: Queryable, vault: Pick<Vault, 'derive'>) =>
  (await hadAdministrator(db)) ? null : firstAdminToken(vault);

/** Whether this token still makes the first administrator: never again once there was one. */
export async function opensFirstAdmin(
  db: Queryable,
  vault: Pick<Vault, 'derive'>,
  token: string,
): Promise<boolean> {
  const [kept, given] = [Buffer.from(firstAdminToken(vault)), Buffer.from(token)];
  if (kept.length !== given.length || !timingSafeEqual(kept, given)) return false;
  return !(await hadAdministrator(db));
}
