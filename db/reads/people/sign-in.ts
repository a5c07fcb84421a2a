import { and, desc, eq, gt, isNotNull, isNull, max } from 'drizzle-orm';
import { type Queryable } from '../../client';
import { credential, person, signInAttempt } from '../../schema';

/** The person behind an address, also when their account has ended; undefined when nobody has it. */
export async function personByEmail(db: Queryable, email: string) {
  const [found] = await db
    .select({ id: person.id, name: person.name, areaId: person.areaId, endedAt: person.endedAt })
    .from(person)
    .where(eq(person.email, email));
  return found;
}

/** The password and second factor behind an address; undefined for residents, strangers and ended accounts. */
export async function credentialByEmail(db: Queryable, email: string) {
  const [found] = await db
    .select({ credential, personId: person.id })
    .from(credential)
    .innerJoin(person, eq(person.id, credential.personId))
    .where(and(eq(person.email, email), isNull(person.endedAt)));
  return found?.credential;
}

/**
 * The hash of the password that opens the desk behind an address; null for residents, strangers, ended accounts and a
 * desk without a confirmed second factor. An aggregate, so that one row comes back for each of them: a stranger costs as
 * much to look up, send and read as anybody (S1 of the reliability plan).
 */
export async function deskPassword(db: Queryable, email: string): Promise<string | null> {
  const [found] = await db
    .select({ hash: max(credential.passwordHash) })
    .from(credential)
    .innerJoin(person, eq(person.id, credential.personId))
    .where(and(eq(person.email, email), isNull(person.endedAt), isNotNull(credential.totpConfirmedAt)));
  return found?.hash ?? null;
}

/** A sign-in under way, whatever its state; undefined when there is none. */
export async function attemptById(db: Queryable, id: string) {
  const [found] = await db.select().from(signInAttempt).where(eq(signInAttempt.id, id));
  return found;
}

/** The newest code that was mailed to an address and still works, and until when; undefined when there is none. */
export async function newestCode(db: Queryable, email: string, now: Date) {
  const { secretHash, expiresAt, createdAt, kind, usedAt } = signInAttempt;
  const [found] = await db
    .select({ secretHash, expiresAt })
    .from(signInAttempt)
    .where(and(eq(signInAttempt.email, email), eq(kind, 'code'), isNull(usedAt), gt(expiresAt, now)))
    .orderBy(desc(createdAt))
    .limit(1);
  return found;
}
