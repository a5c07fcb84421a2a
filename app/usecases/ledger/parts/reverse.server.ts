import { entryWithLegs } from '#db/reads/ledger/journal';
import { isClosed } from '#db/reads/yearEnd/figures';
import { type Transaction } from '#db/client';
import { type Booked, bookEntry, type Booking } from '#db/writes/ledger/journal';
import { startEpoch } from '#db/writes/ledger/accounts';
import { holdYear } from '#db/writes/ledger/lock';
import { DomainError } from '~/domain/errors';
import { entryKinds } from '~/domain/ledger/kinds';
import { type Leg } from '~/domain/ledger/posting';
import { reversalLegs } from '~/domain/ledger/rules';

/**
 * Takes an entry back by its exact opposite, within an act that has its own reasons (STORNO, domain.md §5.4). Throws as
 * `reverseEntry` does, but for its reason.
 */
export async function reverse(
  tx: Transaction,
  booking: Booking,
  { entryId, key }: { entryId: bigint; key: string },
): Promise<Booked> {
  const entry = await entryWithLegs(tx, entryId);
  if (!entry) throw new DomainError('notFound');
  if (booking.by === 'money.reverse' && !entryKinds[entry.kind].reversible)
    throw new DomainError('transitionRefused');
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
