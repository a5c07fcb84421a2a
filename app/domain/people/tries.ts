import { type Budget } from '../access/limits';

/** What can be tried on the way in: a letter with a code or a link, the code, a password, a second factor. */
export type Tried = 'letter' | 'reset' | 'code' | 'password' | 'secondFactor';

/**
 * Whose tries they are. A `device` on which this account signed in before has a budget of its own and spends no other, so
 * that no stranger can use it up. Every other device spends three: that of this address for this account, that of this
 * account wherever one comes from, and that of this address whomever one says to be. The first is the smallest, so that
 * one address alone never uses up an account.
 */
export type Budgets = Record<'device' | 'here' | 'account' | 'address', Budget>;

/**
 * How often one may try. Of passwords and second factors an account gets at most ten a quarter of an hour, in any quarter
 * of an hour: six at once and three that come back (reliability S3). Of letters at most five at once, and eight an hour.
 */
export const budgets: Record<Tried, Budgets> = {
  letter: {
    device: { most: 5, minutes: 30 },
    here: { most: 3, minutes: 24 },
    account: { most: 5, minutes: 40 },
    address: { most: 1000, minutes: 15 },
  },
  reset: {
    device: { most: 5, minutes: 60 },
    here: { most: 2, minutes: 30 },
    account: { most: 4, minutes: 60 },
    address: { most: 300, minutes: 15 },
  },
  code: {
    device: { most: 10, minutes: 15 },
    here: { most: 12, minutes: 48 },
    account: { most: 24, minutes: 48 },
    address: { most: 1000, minutes: 15 },
  },
  password: {
    device: { most: 10, minutes: 15 },
    here: { most: 4, minutes: 32 },
    account: { most: 6, minutes: 24 },
    address: { most: 300, minutes: 15 },
  },
  secondFactor: {
    device: { most: 10, minutes: 15 },
    here: { most: 5, minutes: 40 },
    account: { most: 6, minutes: 24 },
    address: { most: 300, minutes: 15 },
  },
};

/**
 * What only a device with a strong sign-in behind it is known for: who reads someone's mail can sign in with a code, on as
 * many devices as they like, and would get as many guesses more.
 */
export const forStrongDevices: readonly Tried[] = ['password', 'secondFactor'];

/** The part of an internet address that one subscriber has: all of IPv4, the first 64 bits of IPv6. */
export function networkOf(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip);
  if (mapped?.[1]) return mapped[1];
  if (!ip.includes(':')) return ip;
  const [head = '', tail] = ip.toLowerCase().replace(/%.*/, '').split('::');
  const groups = (part: string | undefined) => (part ? part.split(':') : []);
  const missing = tail === undefined ? 0 : 8 - groups(head).length - groups(tail).length;
  const all = [...groups(head), ...Array.from({ length: Math.max(0, missing) }, () => '0'), ...groups(tail)];
  return all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}

/**
 * The budget of an address that many share without a choice: that of a proxy in front of this site that the settings do
 * not know of.
 */
export function sharedBy({ most, minutes }: Budget): Budget {
  return { most: most * 10, minutes };
}
