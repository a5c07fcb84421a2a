import { type Transaction } from '#db/client';
import { sendMail } from '#db/writes/people/mail';
import { type Letter } from '~/domain/people/letter';

/** Sends one letter to each of these addresses, in the transaction of the act. */
export async function sendLetter(
  tx: Transaction,
  at: Date,
  recipients: readonly string[],
  letter: Letter,
): Promise<void> {
  for (const recipient of recipients) await sendMail(tx, { ...letter, recipient, at });
}
