import { desc, eq } from 'drizzle-orm';
import { type Queryable } from '../client';
import { mail, mailStop } from '../schema';

const shown = 25;

/** The newest letters, for the outbox of the demonstration alone: they hold codes and addresses. */
export function newestMail(db: Queryable) {
  const { id, recipient, lang, subject, body, path, createdAt } = mail;
  return db
    .select({ id, recipient, lang, subject, body, path, createdAt })
    .from(mail)
    .orderBy(desc(createdAt), desc(id))
    .limit(shown);
}

/** Did somebody stop all mail to this address? */
export async function isStopped(db: Queryable, address: string): Promise<boolean> {
  return (await db.$count(mailStop, eq(mailStop.address, address))) > 0;
}
