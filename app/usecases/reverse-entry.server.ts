import { entryWithLegs } from '#db/reads/journal';
import { transaction } from '#db/transaction';
import { type Booked, bookEntry } from '#db/writes/journal';
import { startEpoch } from '#db/writes/ledger';
import { assertMay } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { type EntryKind, reversalLegs } from '~/domain/ledger/rules';
import { type ActContext } from './context.server';

/** What a controller may take back. Reservations and grants follow a decision, and so does their end. */
const reversible: readonly EntryKind[] = ['pledge', 'receipt', 'advance', 'payment', 'reversal'];

/**
 * Takes an entry back by its exact opposite, once, with a reason of 1 to 500 characters (STORNO, domain.md §5.4).
 * Throws 'notFound', 'reasonsRequired', 'tooLong', 'transitionRefused' (a kind that only a decision ends), 'alreadyReversed',
 * 'poolInsufficient' (the money is in use), 'keyReused', 'periodClosed', and the refusals of 'money.pledge'.
 */
export async function reverseEntry(
  { db, actor, now, today }: ActContext,
  { entryId, reason, key }: { entryId: bigint; reason: string; key: string },
): Promise<Booked> {
  assertMay(actor, 'money.pledge');
  if (reason.trim() === '') throw new DomainError('reasonsRequired', { field: 'reason' });
  if (reason.length > 500) throw new DomainError('tooLong', { field: 'reason' });
  return transaction(db, async (tx) => {
    const entry = await entryWithLegs(tx, entryId);
    if (!entry) throw new DomainError('notFound');
    if (!reversible.includes(entry.kind)) throw new DomainError('transitionRefused');
    const legs = reversalLegs(entry.legs);
    const act = { actorId: actor.personId, now, today, reason: reason.trim() };
    const booked = await bookEntry(tx, act, {
      areaId: entry.areaId,
      kind: 'reversal',
      key,
      request: { entryId },
      reversesId: entryId,
      legs: async () => legs,
    });
    const pool = legs.find(({ account }) => account.kind === 'available')?.account.pool;
    if (pool && !booked.again) await startEpoch(tx, pool, booked.entryId);
    return booked;
  });
}
