import { type Transaction } from '../../client';
import { payee, payeeConfirmation, settlement } from '../../schema';
import { asRefusal } from '../ledger/refusal';

/** Records to whose account a grant is paid from now on. */
export async function insertPayee(tx: Transaction, row: typeof payee.$inferInsert): Promise<void> {
  await tx.insert(payee).values(row);
}

/**
 * Records that a second person confirmed an account. Throws 'payeeOwnChange' for whoever recorded it, 'ownInitiative' for
 * an applicant, and 'alreadyDone'.
 */
export async function insertPayeeConfirmation(
  tx: Transaction,
  row: typeof payeeConfirmation.$inferInsert,
): Promise<void> {
  await tx.insert(payeeConfirmation).values(row).catch(asRefusal);
}

/** Records how a grant was settled, beside the entry that books it. */
export async function insertSettlement(tx: Transaction, row: typeof settlement.$inferInsert): Promise<void> {
  await tx.insert(settlement).values(row);
}
