import { eq } from 'drizzle-orm';
import { DomainError } from '~/domain/errors';
import { type CommentState } from '~/domain/lifecycle/comment';
import { type Transaction } from '../../client';
import { comment } from '../../schema';

/** A reaction that waits for its moderator. */
export async function insertComment(
  tx: Transaction,
  row: Pick<
    typeof comment.$inferInsert,
    'id' | 'initiativeId' | 'authorId' | 'argument' | 'body' | 'writtenAt'
  >,
): Promise<void> {
  await tx.insert(comment).values({ ...row, state: 'pending' });
}

/** A reaction, locked until the end of the transaction. Throws 'notFound'. */
export async function lockComment(tx: Transaction, id: string) {
  const [row] = await tx.select().from(comment).where(eq(comment.id, id)).for('update');
  if (!row) throw new DomainError('notFound');
  return row;
}

/** What a moderator made of a locked reaction. */
export async function judgeComment(
  tx: Transaction,
  id: string,
  verdict: { state: CommentState; moderatorId: string; moderatedAt: Date; refusalReason: string | null },
): Promise<void> {
  await tx.update(comment).set(verdict).where(eq(comment.id, id));
}
