import { purposeOf } from '#db/reads/grants/grant';
import { keyWasBooked } from '#db/reads/ledger/journal';
import { lotsOf, sharesOn } from '#db/reads/ledger/pool';
import { type Transaction } from '#db/client';
import {
  type Booked,
  bookEntries,
  bookEntry,
  type Booking,
  type EntryDraft,
} from '#db/writes/ledger/journal';
import { takeBack } from '#db/writes/ledger/accounts';
import { lockJournals } from '#db/writes/ledger/lock';
import { yearOf } from '~/domain/calendar';
import { attributeFor } from '~/domain/ledger/earmark';
import { joined, type Share, totalOf } from '~/domain/ledger/posting';
import { grantLegs, releaseLegs, reservationLegs } from '~/domain/ledger/rules';
import { taskFieldOf } from '~/domain/ledger/task-field';
import { type Cents, subtract } from '~/domain/money/cents';
import { knownPool, type MoneyOf } from './pool.server';

/**
 * Grants `cents` to an initiative as an adopted decision does: out of what was reserved for it before, and for the rest
 * reserved in the same act from the sources that may pay for it (domain.md §0.4, §5.5). Answers the grant's entry.
 * Throws 'poolInsufficient', 'amountInvalid', 'keyReused', 'periodClosed'.
 */
export async function reserveAndGrant(
  tx: Transaction,
  booking: Booking,
  input: MoneyOf & { cents: Cents; decisionId: string },
): Promise<Booked> {
  const { initiativeId, poolId, cents: granted, decisionId, key } = input;
  const parties = await partiesTo(tx, booking, input);
  const heads = await lockJournals(tx, [parties.pool.areaId]);
  const [before, lots, again] = await Promise.all([
    sharesOn(tx, { poolId, initiativeId, kind: 'reserved' }),
    lotsOf(tx, poolId),
    keyWasBooked(tx, `${key}:grant`),
  ]);
  let reserved = before;
  const short = subtract(granted, totalOf(before));
  const drafts: EntryDraft[] = [];
  if (short > 0n && !again) {
    const added = attributeFor(short, lots, parties.purpose);
    reserved = joined(before, added);
    drafts.push({
      ...parties.of,
      kind: 'reservation',
      key: `${key}:reservation`,
      request: { initiativeId, poolId, short },
      decisionId,
      legs: async () => reservationLegs(added, parties.pool, initiativeId),
    });
  }
  const grant: EntryDraft = {
    ...parties.of,
    kind: 'grant',
    key: `${key}:grant`,
    request: { initiativeId, poolId, granted },
    decisionId,
    legs: async () =>
      grantLegs({
        reserved,
        granted,
        pool: parties.pool,
        applicationId: initiativeId,
        grantId: initiativeId,
      }),
  };
  const booked = (await bookEntries(tx, booking, [...drafts, grant], heads)).at(-1);
  if (!booked) throw new Error('no grant was booked');
  // Only what was reserved and not granted goes back to the pool.
  if (!booked.again && short < 0n) await takeBack(tx, parties.pool, booked.entryId);
  return booked;
}

/**
 * Sets `cents` of the pool apart for an initiative before its decision (RESERVERING).
 * Throws 'poolInsufficient', 'amountInvalid', 'keyReused', 'periodClosed'.
 */
export async function reserve(
  tx: Transaction,
  booking: Booking,
  input: MoneyOf & { cents: Cents },
): Promise<Booked> {
  const { initiativeId, poolId, cents, key } = input;
  const parties = await partiesTo(tx, booking, input);
  return bookEntry(tx, booking, {
    ...parties.of,
    kind: 'reservation',
    key,
    request: { initiativeId, poolId, cents },
    legs: async () => reservationLegs(await sharesFor(tx, parties, cents), parties.pool, initiativeId),
  });
}

/**
 * Gives back to the pool all that is reserved for an initiative (VRIJGAVE); null when nothing is.
 * Throws 'keyReused', 'periodClosed'.
 */
export async function release(tx: Transaction, booking: Booking, input: MoneyOf): Promise<Booked | null> {
  const { initiativeId, poolId, key } = input;
  const { pool, of } = await partiesTo(tx, booking, input);
  await lockJournals(tx, [pool.areaId]);
  const shares = await sharesOn(tx, { poolId, initiativeId, kind: 'reserved' });
  if (shares.length === 0) return null;
  const booked = await bookEntry(tx, booking, {
    ...of,
    kind: 'release',
    key,
    request: { initiativeId, poolId },
    legs: async () => releaseLegs(shares, pool, initiativeId),
  });
  if (!booked.again) await takeBack(tx, pool, booked.entryId);
  return booked;
}

type Parties = Awaited<ReturnType<typeof partiesTo>>;

/** The pool and the purpose of an initiative's money, and what all its entries have in common. */
async function partiesTo(tx: Transaction, { today }: Booking, { poolId, initiativeId }: MoneyOf) {
  const [pool, found] = await Promise.all([knownPool(tx, poolId), purposeOf(tx, initiativeId)]);
  const purpose = { ...found, on: today };
  const of = { areaId: pool.areaId, taskField: taskFieldOf(purpose.theme, yearOf(today)) };
  return { poolId, pool, purpose, of };
}

/** Which sources pay; asked under the lock. */
async function sharesFor(tx: Transaction, { poolId, purpose }: Parties, amount: Cents): Promise<Share[]> {
  return attributeFor(amount, await lotsOf(tx, poolId), purpose);
}
