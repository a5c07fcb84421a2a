import { deskPassword } from '#db/reads/people/sign-in';
import { insertAttempt } from '#db/writes/people/sign-in';
import { DomainError } from '~/domain/errors';
import { type Context } from '../context.server';
import { verifySecret } from './parts/secrets.server';

const TEN_MINUTES_MS = 600_000;

/**
 * The first step of a desk sign-in. Answers the id of an attempt that waits ten minutes for the second factor. Throws
 * 'passwordWrong' alike for a stranger, a wrong password and a desk without second factor, after the same work.
 */
export async function checkPassword(
  { db, now, newId }: Context,
  email: string,
  password: string,
): Promise<string> {
  const kept = await deskPassword(db, email);
  if (!(await verifySecret(kept, password))) throw new DomainError('passwordWrong');
  const id = newId();
  const expiresAt = new Date(now.getTime() + TEN_MINUTES_MS);
  await insertAttempt(db, { id, kind: 'password', email, createdAt: now, expiresAt });
  return id;
}
