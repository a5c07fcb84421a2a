import { type PoolOfYear } from '#db/reads/yearEnd/figures';
import { type Transaction } from '#db/client';
import { bookEntries, type Booking, type EntryDraft } from '#db/writes/ledger/journal';
import { ensurePool, startEpoch } from '#db/writes/ledger/accounts';
import { releaseLegs } from '~/domain/ledger/rules';
import { yearEndLegs, type YearEndPlan } from '~/domain/ledger/year-end';

/**
 * Books the end of one pool's year: reservations that lapse are released (VRIJGAVE), and what is left goes on to the
 * next year or back to its funder (JAAREINDE). Books nothing when nothing is left. Call it under the lock of the journal.
 */
export async function bookPoolYearEnd(
  tx: Transaction,
  booking: Booking,
  { areaId, year, poolId }: PoolOfYear,
  { released, kept, parts }: YearEndPlan,
  key: string,
): Promise<void> {
  const pool = { areaId, year };
  const drafts: EntryDraft[] = released.map(({ applicationId, shares }) => ({
    areaId,
    kind: 'release',
    key: `${key}:release:${applicationId}`,
    request: { poolId, applicationId },
    legs: async () => releaseLegs(shares, pool, applicationId),
  }));
  if (parts.length > 0 || kept.length > 0) {
    await ensurePool(tx, { areaId, year: year + 1 });
    const legs = async () => yearEndLegs(pool, parts, kept);
    drafts.push({ areaId, kind: 'yearEnd', key, request: { poolId }, legs });
  }
  if (drafts.length === 0) return;
  const last = (await bookEntries(tx, booking, drafts)).at(-1);
  if (!last || last.again) return;
  await startEpoch(tx, pool, last.entryId);
  if (parts.length > 0 || kept.length > 0) await startEpoch(tx, { areaId, year: year + 1 }, last.entryId);
}
