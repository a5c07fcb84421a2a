/** How many payments one batch takes: what two people can look over, and what is booked at once. */
export const mostPayments = 100;

/** What names one payment for ever, to the bank and on its statement: at most 35 characters of the SEPA set. */
export function endToEndIdOf(batchNumber: number, position: number): string {
  return `WK-${String(batchNumber).padStart(6, '0')}-${String(position).padStart(4, '0')}`;
}

/** What names a batch to the bank. */
export function messageIdOf(batchNumber: number): string {
  return `WK-${String(batchNumber).padStart(6, '0')}`;
}

/** The number of the batch that a bank names by our message id; null for anything else. */
export function batchNumberOf(messageId: string): number | null {
  const found = /^WK-(\d{6,9})$/.exec(messageId);
  return found ? Number(found[1]) : null;
}
