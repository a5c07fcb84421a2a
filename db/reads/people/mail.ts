import { and, desc, eq } from 'drizzle-orm';
import { type Letter } from '~/domain/people/letter';
import { type Queryable } from '../../client';
import { mail, mailStop } from '../../schema';
import { readPage } from '../page';

/** The letters, newest first, 25 a page, for the outbox of the demonstration alone: they hold codes and addresses. */
export function lettersPage(db: Queryable, page: number) {
  const { id, recipient, lang, subject, body, path, createdAt } = mail;
  return readPage({ page, size: 25 }, db.$count(mail), (limit, offset) =>
    db
      .select({ id, recipient, lang, subject, body, path, createdAt })
      .from(mail)
      .orderBy(desc(createdAt), desc(id))
      .limit(limit)
      .offset(offset),
  );
}

/** Was a letter of this kind and subject written to anybody before, also when it went already? */
export async function wasWritten(
  db: Queryable,
  { kind, subject }: Pick<Letter, 'kind' | 'subject'>,
): Promise<boolean> {
  return (await db.$count(mail, and(eq(mail.kind, kind), eq(mail.subject, subject)))) > 0;
}

/** Did somebody stop all mail to this address? */
export async function isStopped(db: Queryable, address: string): Promise<boolean> {
  return (await db.$count(mailStop, eq(mailStop.address, address))) > 0;
}
