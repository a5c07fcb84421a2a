import { type Transaction } from '../../client';
import { yearEndPreparation, yearEndVerdict } from '../../schema';
import { asRefusal } from '../ledger/refusal';

/** Records that the end of a year is ready. Throws 'alreadyDone' when somebody else was first with this number. */
export async function insertPreparation(
  tx: Transaction,
  row: typeof yearEndPreparation.$inferInsert,
): Promise<void> {
  await tx.insert(yearEndPreparation).values(row).catch(asRefusal);
}

/**
 * Ends a preparation: confirmed by somebody else than who made it, or withdrawn.
 * Throws 'samePerson', and 'alreadyDone' for one that ended before.
 */
export async function endPreparation(
  tx: Transaction,
  row: typeof yearEndVerdict.$inferInsert,
): Promise<void> {
  await tx.insert(yearEndVerdict).values(row).catch(asRefusal);
}
