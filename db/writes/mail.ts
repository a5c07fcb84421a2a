import { and, eq, isNull, sql } from 'drizzle-orm';
import { type Letter } from '~/domain/people/letter';
import { type Database, type Transaction } from '../client';
import { mail } from '../schema';

/** Writes a letter and queues it, in the transaction of the act: no act, no letter; no letter lost either. */
export async function sendMail(
  tx: Transaction,
  letter: Letter & { recipient: string; at: Date },
): Promise<void> {
  const { at, ...row } = letter;
  const [made] = await tx
    .insert(mail)
    .values({ id: sql`gen_random_uuid()`, createdAt: at, ...row })
    .returning({ id: mail.id });
  const payload = JSON.stringify({ mailId: made?.id });
  await tx.execute(sql`select enqueue('send-mail', ${payload}::json)`);
}

/** A letter that still has to go; undefined when it went already. */
export async function mailToSend(db: Database, mailId: string) {
  const [found] = await db
    .select()
    .from(mail)
    .where(and(eq(mail.id, mailId), isNull(mail.sentAt)));
  return found;
}

/** Notes that a letter went, and forgets what it said: it may hold a code. */
export async function markSent(db: Database, mailId: string, now: Date): Promise<void> {
  await db.update(mail).set({ sentAt: now, body: null }).where(eq(mail.id, mailId));
}
