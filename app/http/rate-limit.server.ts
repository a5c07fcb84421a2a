import { spend } from '#db/writes/rate-limit';
import { DomainError } from '~/domain/errors';
import { deviceOf } from './device.server';
import { vaultOf } from './seal.server';
import { type Visit } from './visit.server';

const MINUTES = 15;

/** Tries per quarter of an hour. The one for an address is wide: a whole library may sit behind it. */
const perAccount = { letter: 5, code: 10, password: 10, secondFactor: 10 } as const;
const PER_IP = 300;

export type Tried = keyof typeof perAccount;

/**
 * Counts this try, known account or not, before anything is looked up. A device that this account signed in on before
 * counts by itself, so that a stranger who guesses cannot lock its owner out. Throws 'tooManyTries'.
 */
export async function limitTries(visit: Visit, what: Tried, email: string): Promise<void> {
  const { site, act, context } = visit;
  // A second factor is guessed per account, whatever the device: who reads the mail has a device soon enough.
  const device = what === 'password' || what === 'code' ? await deviceOf(visit, email) : null;
  const account = device ? `device:${device}` : `account:${email}`;
  await take(`${what}:ip:${context.ip}`, PER_IP);
  await take(`${what}:${account}`, perAccount[what]);

  async function take(text: string, most: number) {
    // Who tried stays unreadable in the table.
    const key = vaultOf(site.secret).derive(`tries:${text}`).toString('base64url');
    if (await spend(site.db, key, { most, minutes: MINUTES }, act.now)) {
      site.log.warn({ what }, 'too many tries');
      throw new DomainError('tooManyTries');
    }
  }
}
