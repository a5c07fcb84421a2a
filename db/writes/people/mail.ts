import { and, eq, isNull, sql } from 'drizzle-orm';
import { isStoppable, type Letter } from '~/domain/people/letter';
import { type Database, type Queryable, type Transaction } from '../../client';
import { isStopped } from '../../reads/people/mail';
import { mail, mailStop } from '../../schema';

/**
 * Writes a letter and queues it, in the transaction of the act: no act, no letter; no letter lost either. To who stopped all
 * mail only what always comes is written.
 */
export async function sendMail(
  tx: Transaction,
  letter: Letter & { recipient: string; at: Date },
): Promise<void> {
  const { at, ...row } = letter;
  if (isStoppable(row.kind) && (await isStopped(tx, row.recipient))) return;
  const [made] = await tx
    .insert(mail)
    .values({ id: sql`gen_random_uuid()`, createdAt: at, ...row })
    .returning({ id: mail.id });
  const payload = JSON.stringify({ mailId: made?.id });
  await tx.execute(sql`select enqueue('send-mail', ${payload}::json)`);
}

/** A letter that still has to go; undefined when it went already, or is no longer wanted. */
export async function mailToSend(db: Database, mailId: string) {
  const [found] = await db
    .select()
    .from(mail)
    .where(and(eq(mail.id, mailId), isNull(mail.sentAt)));
  if (found && isStoppable(found.kind) && (await isStopped(db, found.recipient))) return undefined;
  return found;
}

/** Notes that a letter went, and forgets what it said: it may hold a code or a token. */
export async function markSent(db: Database, mailId: string, now: Date): Promise<void> {
  await db.update(mail).set({ sentAt: now, body: null, path: null }).where(eq(mail.id, mailId));
}

/** Writes down that an address wants no more mail; a second time changes nothing. */
export async function insertMailStop(db: Queryable, address: string, stoppedAt: Date): Promise<void> {
  await db.insert(mailStop).values({ address, stoppedAt }).onConflictDoNothing();
}

/** Lets mail come again. */
export async function deleteMailStop(db: Queryable, address: string): Promise<void> {
  await db.delete(mailStop).where(eq(mailStop.address, address));
}
