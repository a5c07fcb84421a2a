import { timingSafeEqual } from 'node:crypto';
import { attemptById, credentialByEmail, personByEmail } from '#db/reads/people/sign-in';
import { maxTries } from '#db/writes/people/sign-in';
import { type Context } from '../context.server';
import { splitToken } from './parts/invitation.server';
import { digestOf } from './parts/secrets.server';
import { secretFor, totpOf, type Vault } from './parts/second-factor.server';

/** What stands behind a link; `factor` is the new authenticator entry, null when the one they have stays. */
export type Invitation = {
  attemptId: string;
  personId: string;
  email: string;
  name: string | null;
  factor: { secret: string; uri: string } | null;
};

/**
 * Reads an invitation or reset link. Null when it is wrong, old, used or guessed at too often, or when there is nobody
 * (any more) behind it. Someone with a working second factor keeps it: a link by mail alone never replaces it.
 */
export async function openInvitation(
  { db, now }: Context,
  vault: Vault,
  token: string,
): Promise<Invitation | null> {
  const { attemptId, secret } = splitToken(token);
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(attemptId)) return null;
  const attempt = await attemptById(db, attemptId);
  if (attempt?.kind !== 'invitation' || attempt.usedAt || attempt.expiresAt <= now) return null;
  if (attempt.tries >= maxTries || !same(attempt.secretHash ?? '', digestOf(secret))) return null;
  const { email } = attempt;
  const person = await personByEmail(db, email);
  if (!person || person.endedAt) return null;
  const kept = await credentialByEmail(db, email);
  const newSecret = kept?.totpConfirmedAt ? null : secretFor(vault, token);
  const factor = newSecret === null ? null : { secret: newSecret, uri: totpOf(newSecret, email).toString() };
  return { attemptId, personId: person.id, email, name: person.name, factor };
}

const same = (kept: string, given: string) =>
  kept.length === given.length && timingSafeEqual(Buffer.from(kept), Buffer.from(given));
