import { and, eq, sql } from 'drizzle-orm';
import { DomainError } from '~/domain/errors';
import { type Transaction } from '../client';
import { sentForm } from '../schema';

export type SentForm = Pick<typeof sentForm.$inferInsert, 'personId' | 'key' | 'requestHash' | 'sentAt'>;

const where = ({ personId, key }: SentForm) => and(eq(sentForm.personId, personId), eq(sentForm.key, key));

/**
 * Takes a form's key for this transaction. Answers null when it is new, or was last used before `lapsed`; or else what
 * came of it the first time, once whoever sent it at the same moment is done. Throws 'keyReused' when the key came with
 * something else.
 */
export async function takeForm(
  tx: Transaction,
  form: SentForm,
  lapsed: Date,
): Promise<{ answer: unknown } | null> {
  const [taken] = await tx
    .insert(sentForm)
    .values(form)
    .onConflictDoUpdate({
      target: [sentForm.personId, sentForm.key],
      set: { sentAt: form.sentAt, requestHash: form.requestHash, answer: null },
      setWhere: sql`${sentForm.sentAt} <= ${lapsed.toISOString()}::timestamptz`,
    })
    .returning({ key: sentForm.key });
  if (taken) return null;
  const { requestHash, answer } = sentForm;
  const [earlier] = await tx.select({ requestHash, answer }).from(sentForm).where(where(form));
  if (earlier?.requestHash !== form.requestHash) throw new DomainError('keyReused');
  return { answer: earlier.answer };
}

/** Keeps what came of a form that was taken, for whoever sends it again. */
export async function answerForm(tx: Transaction, form: SentForm, answer: unknown): Promise<void> {
  await tx.update(sentForm).set({ answer }).where(where(form));
}
