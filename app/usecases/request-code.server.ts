import { transaction } from '#db/transaction';
import { sendMail } from '#db/writes/mail';
import { type Letter } from '~/domain/people/letter';
import { insertAttempt } from '#db/writes/sign-in';
import { type ActContext } from './context.server';
import { hashSecret, newCode } from './people/secrets.server';

const TEN_MINUTES_MS = 600_000;

/**
 * Mails a one-time code to any address, known or not: signing in and signing up are the same act, so the answer and the
 * work give nothing away. Answers the id of the attempt. The code works ten minutes, once (ASVS 6.5).
 */
export async function requestCode(
  { db, now, newId }: ActContext,
  email: string,
  letter: (code: string) => Letter,
): Promise<string> {
  const id = newId();
  const code = newCode();
  const secretHash = await hashSecret(code);
  const expiresAt = new Date(now.getTime() + TEN_MINUTES_MS);
  await transaction(db, async (tx) => {
    await insertAttempt(tx, { id, kind: 'code', email, secretHash, createdAt: now, expiresAt });
    await sendMail(tx, { recipient: email, at: now, ...letter(code) });
  });
  return id;
}
