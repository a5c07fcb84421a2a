import { type Queryable } from '#db/client';
import { insertAttempt } from '#db/writes/people/sign-in';
import { type Context } from '~/usecases/context.server';
import { digestOf, newSecret } from './secrets.server';

const UUID_LENGTH = 36;

/** A link is the id of its attempt and a secret; the database keeps the digest of the secret. */
export const splitToken = (token: string) => ({
  attemptId: token.slice(0, UUID_LENGTH),
  secret: token.slice(UUID_LENGTH),
});

/** Makes a one-time link for an address to set its password with. */
export async function writeInvitation(
  { now, newId }: Pick<Context, 'now' | 'newId'>,
  tx: Queryable,
  email: string,
  validMs: number,
): Promise<string> {
  const id = newId();
  const secret = newSecret();
  const expiresAt = new Date(now.getTime() + validMs);
  await insertAttempt(tx, {
    id,
    kind: 'invitation',
    email,
    secretHash: digestOf(secret),
    createdAt: now,
    expiresAt,
  });
  return id + secret;
}
