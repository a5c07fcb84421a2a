import { and, eq, gt, isNull, lt, sql } from 'drizzle-orm';
import { type Database, type Queryable, type Transaction } from '../../client';
import { credential, session, signInAttempt } from '../../schema';

export type Attempt = typeof signInAttempt.$inferSelect;
export type AttemptKind = Attempt['kind'];

/** How often one may guess at one code or link. */
export const maxTries = 5;

/** Remembers a sign-in under way: a mailed code or link (its hash), or a password that was right. */
export async function insertAttempt(tx: Queryable, row: typeof signInAttempt.$inferInsert): Promise<void> {
  await tx.insert(signInAttempt).values(row);
}

/**
 * Takes one of the five tries of an attempt that is still open, and answers it; undefined when there is none left. It is
 * a statement by itself, outside the act's transaction: a refused guess stays counted, and guesses at once count each.
 */
export async function takeTry(
  db: Database,
  id: string,
  kind: AttemptKind,
  now: Date,
): Promise<Attempt | undefined> {
  const open = and(
    eq(signInAttempt.id, id),
    eq(signInAttempt.kind, kind),
    isNull(signInAttempt.usedAt),
    gt(signInAttempt.expiresAt, now),
    lt(signInAttempt.tries, maxTries),
  );
  const [taken] = await db
    .update(signInAttempt)
    .set({ tries: sql`${signInAttempt.tries} + 1` })
    .where(open)
    .returning();
  return taken;
}

/** Marks an attempt as used; false when another request used it first. */
export async function useAttempt(tx: Transaction, id: string, now: Date): Promise<boolean> {
  const unused = and(eq(signInAttempt.id, id), isNull(signInAttempt.usedAt));
  const used = await tx.update(signInAttempt).set({ usedAt: now }).where(unused).returning();
  return used.length > 0;
}

/** Marks a mailed code as used, in every browser that may use it; false when it was used first elsewhere. */
export async function useCode(tx: Transaction, { id, secretHash }: Attempt, now: Date): Promise<boolean> {
  const unused = and(eq(signInAttempt.secretHash, secretHash ?? ''), isNull(signInAttempt.usedAt));
  const used = await tx.update(signInAttempt).set({ usedAt: now }).where(unused).returning();
  return used.some((each) => each.id === id);
}

/** Lets no link to a password, sent to this address before, work any more. */
export async function dropInvitations(tx: Transaction, email: string, now: Date): Promise<void> {
  const open = and(
    eq(signInAttempt.email, email),
    eq(signInAttempt.kind, 'invitation'),
    isNull(signInAttempt.usedAt),
  );
  await tx.update(signInAttempt).set({ usedAt: now }).where(open);
}

/** Sets someone's password, and their second factor where they have none that counts. */
export async function saveCredential(
  tx: Transaction,
  row: { personId: string; passwordHash: string; totpSecret: string; totpConfirmedAt: Date },
): Promise<void> {
  await tx
    .insert(credential)
    .values(row)
    .onConflictDoUpdate({ target: credential.personId, set: { ...row, personId: sql`excluded.person_id` } });
}

/** Ends every session of a person, on all devices: after a new password or invitation, and when an account ends. */
export async function endAllSessions(tx: Transaction, personId: string): Promise<void> {
  await tx.delete(session).where(eq(session.userId, personId));
}

/** Closes someone's desk until they accept a new invitation: without a confirmed second factor nobody signs in. */
export async function suspendCredential(tx: Transaction, personId: string): Promise<void> {
  await tx.update(credential).set({ totpConfirmedAt: null }).where(eq(credential.personId, personId));
}

/** Accepts the code of a time step once; false when that step, or a later one, was accepted before. */
export async function acceptStep(tx: Transaction, personId: string, step: number): Promise<boolean> {
  const newer = and(eq(credential.personId, personId), lt(credential.totpLastStep, step));
  const accepted = await tx.update(credential).set({ totpLastStep: step }).where(newer).returning();
  return accepted.length > 0;
}
