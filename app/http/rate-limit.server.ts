import { giveBack, spend } from '#db/writes/rate-limit';
import { type Budget } from '~/domain/access/limits';
import { DomainError } from '~/domain/errors';
import { budgets, forStrongDevices, networkOf, sharedBy, type Tried } from '~/domain/people/tries';
import { deviceOf } from './device.server';
import { vaultOf } from './seal.server';
import { type Visit } from './visit.server';

type Purse = { text: string; budget: Budget };

/** Whose tries these are: those of a device that this account knows, or of this address, the account and the address. */
async function pursesOf(visit: Visit, what: Tried, email: string): Promise<Purse[]> {
  const device = await deviceOf(visit, email);
  const of = budgets[what];
  if (device && (device.assurance === 'strong' || !forStrongDevices.includes(what)))
    return [{ text: `${what}:device:${device.mark}`, budget: of.device }];
  const { ip, proxied } = visit.loadContext;
  const network = networkOf(ip);
  return [
    { text: `${what}:here:${network}:${email}`, budget: of.here },
    { text: `${what}:account:${email}`, budget: of.account },
    { text: `${what}:address:${network}`, budget: proxied ? sharedBy(of.address) : of.address },
  ];
}

/** Who tried stays unreadable in the table. */
const keyOf = ({ site }: Visit, text: string) =>
  vaultOf(site.secret).derive(`tries:${text}`).toString('base64url');

/**
 * Takes a try, known account or not, before anything is looked up. Answers null, or whose tries are gone and when there is
 * one again. A device that this account signed in on before spends only its own, so that a stranger who guesses cannot
 * lock its owner out.
 */
async function takeTry(
  visit: Visit,
  what: Tried,
  email: string,
): Promise<{ purse: Purse; until: Date } | null> {
  const { site, context } = visit;
  for (const purse of await pursesOf(visit, what, email)) {
    const until = await spend(site.db, keyOf(visit, purse.text), purse.budget, context.now);
    if (!until) continue;
    site.log.warn({ what }, 'too many tries');
    return { purse, until };
  }
  return null;
}

const tooMany = (until: Date) => new DomainError('tooManyTries', { detail: { until: until.toISOString() } });

/** Takes a try. Throws 'tooManyTries', with when there is one again. */
export async function limitTries(visit: Visit, what: Tried, email: string): Promise<void> {
  const gone = await takeTry(visit, what, email);
  if (gone) throw tooMany(gone.until);
}

/**
 * Takes one of the letters with a code. Answers null, or why this account gets none now: too many were sent, to whoever asked
 * for them. Throws 'tooManyTries' when this address asked for too many, whomever they were for.
 */
export async function lettersGone(visit: Visit, email: string): Promise<DomainError | null> {
  const gone = await takeTry(visit, 'letter', email);
  if (gone?.purse.text.startsWith('letter:address:')) throw tooMany(gone.until);
  return gone && tooMany(gone.until);
}

/** Gives back what a sign-in that came right had taken: it was no guess. */
export async function forgiveTries(visit: Visit, what: readonly Tried[], email: string): Promise<void> {
  for (const each of what) {
    for (const { text, budget } of await pursesOf(visit, each, email))
      await giveBack(visit.site.db, keyOf(visit, text), budget);
  }
}
