import { entryWithLegs } from '#db/reads/ledger/journal';
import { isClosed } from '#db/reads/yearEnd/figures';
import { type Transaction } from '#db/client';
import { transaction } from '#db/transaction';
import { type Booked, bookEntry, type Booking } from '#db/writes/ledger/journal';
import { startEpoch } from '#db/writes/ledger/accounts';
import { holdYear } from '#db/writes/ledger/lock';
import { assertMay } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { entryKinds } from '~/domain/ledger/kinds';
import { type Leg } from '~/domain/ledger/posting';
import { reversalLegs } from '~/domain/ledger/rules';
import { bookedBy } from '../booking.server';
import { type Context } from '../context.server';
import { publicReason } from '../money/parts/reason.server';

/**
 * Takes an entry back by its exact opposite, once, with a reason of 1 to 500 characters (STORNO, domain.md §5.4).
 * Throws 'notFound', 'reasonsRequired', 'tooLong', 'transitionRefused' (a kind that only a decision ends), 'alreadyReversed',
 * 'poolInsufficient' (the money is in use), 'keyReused', 'periodClosed' (also when it would put money back into a year
 * that is closed), and the refusals of 'money.reverse'.
 */
export async function reverseEntry(
  context: Context,
  { entryId, reason, key }: { entryId: bigint; reason: string; key: string },
): Promise<Booked> {
  const { db, actor } = context;
  assertMay(actor, 'money.reverse');
  const booking = bookedBy(context, 'money.reverse', publicReason(reason));
  return transaction(db, (tx) => reverse(tx, booking, { entryId, key }), { keyed: true });
}

/** As `reverseEntry`, within another act. */
export async function reverse(
  tx: Transaction,
  booking: Booking,
  { entryId, key }: { entryId: bigint; key: string },
): Promise<Booked> {
  const entry = await entryWithLegs(tx, entryId);
  if (!entry) throw new DomainError('notFound');
  if (!entryKinds[entry.kind].reversible) throw new DomainError('transitionRefused');
  const legs = reversalLegs(entry.legs);
  const booked = await bookEntry(tx, booking, {
    areaId: entry.areaId,
    kind: 'reversal',
    key,
    request: { entryId },
    reversesId: entryId,
    taskField: entry.taskField,
    legs: async () => {
      await assertPoolsOpen(tx, legs);
      return legs;
    },
  });
  if (booked.again) return booked;
  const pools = legs.flatMap(({ account }) => (account.kind === 'available' && account.pool) || []);
  const distinct = new Map(pools.map((pool) => [pool.year, pool]));
  for (const pool of distinct.values()) await startEpoch(tx, pool, booked.entryId);
  return booked;
}

/** Passes when no money comes free, or is set apart, in a pool whose year is closed: nobody could decide about it. */
async function assertPoolsOpen(tx: Transaction, legs: readonly Leg[]): Promise<void> {
  const into = legs.filter(
    ({ account: { kind }, cents }) => cents < 0n && (kind === 'available' || kind === 'reserved'),
  );
  for (const year of new Set(into.flatMap(({ account }) => account.pool?.year ?? []))) {
    await holdYear(tx, year, 'shared');
    if (await isClosed(tx, year)) throw new DomainError('periodClosed');
  }
}
