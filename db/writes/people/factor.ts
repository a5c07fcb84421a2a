import { type Transaction } from '../../client';
import { factorRequest, factorVerdict } from '../../schema';
import { asRefusal } from '../ledger/refusal';

/** Records that a new second factor is asked for somebody. Throws 'aboutYourself'. */
export async function insertFactorRequest(
  tx: Transaction,
  row: typeof factorRequest.$inferInsert,
): Promise<void> {
  await tx.insert(factorRequest).values(row).catch(asRefusal);
}

/**
 * Ends such a request: confirmed by a second administrator, or withdrawn. Throws 'samePerson', 'aboutYourself', 'lastAdmin', and
 * 'alreadyDone' for one that ended before.
 */
export async function endFactorRequest(
  tx: Transaction,
  row: typeof factorVerdict.$inferInsert,
): Promise<void> {
  await tx.insert(factorVerdict).values(row).catch(asRefusal);
}
