import { transaction } from '#db/transaction';
import { type DomainError } from '~/domain/errors';
import { type Letter } from '~/domain/people/letter';
import { newestCode } from '#db/reads/people/sign-in';
import { insertAttempt } from '#db/writes/people/sign-in';
import { type Context } from '../context.server';
import { sendLetter } from '../send-letter.server';
import { hashSecret, newCode } from './parts/secrets.server';

const TEN_MINUTES_MS = 600_000;

/**
 * Mails a one-time code to any address, known or not: signing in and signing up are the same act, so the answer and the
 * work give nothing away. Answers the id of the attempt. The code works ten minutes, once (ASVS 6.5).
 */
export async function requestCode(
  { db, now, newId }: Context,
  email: string,
  letter: (code: string) => Letter,
): Promise<string> {
  const id = newId();
  const code = newCode();
  const secretHash = await hashSecret(code);
  const expiresAt = new Date(now.getTime() + TEN_MINUTES_MS);
  await transaction(db, async (tx) => {
    await insertAttempt(tx, { id, kind: 'code', email, secretHash, createdAt: now, expiresAt });
    await sendLetter(tx, now, [email], letter(code));
  });
  return id;
}

/**
 * Lets this browser use the code of the newest letter to this address that nobody used yet, with tries of its own: for
 * when the address has had its letters, because of this person or of a stranger. Only who reads the mail knows the code.
 * Answers the id of the attempt. Throws `otherwise` when there is no such code.
 */
export async function shareCode(
  { db, now, newId }: Context,
  email: string,
  otherwise: DomainError,
): Promise<string> {
  const newest = await newestCode(db, email, now);
  if (!newest) throw otherwise;
  const id = newId();
  await insertAttempt(db, { id, kind: 'code', email, ...newest, createdAt: now });
  return id;
}
