import { recordAct } from '#db/writes/audit/audit';
import { judgeComment, lockComment } from '#db/writes/initiative/comment';
import { assertMay } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { type CommentAct, commentLifecycle } from '~/domain/lifecycle/comment';
import { next } from '~/domain/lifecycle/machine';
import { lettersIn, textWithin } from '~/domain/text';
import { type Context } from '../context.server';
import { once } from '../once.server';

const reasonLength = { min: 10, max: 500 };

/**
 * A moderator accepts a reaction, or refuses it with a reason of 10 to 500 letters that its author reads. Throws
 * 'reasonsRequired' and 'tooLong' at the reason, 'notFound', 'transitionRefused' when it was judged before.
 */
export async function moderateComment(
  context: Context,
  commentId: string,
  { verdict, reason = '' }: { verdict: CommentAct; reason?: string },
): Promise<void> {
  const { actor, now } = context;
  assertMay(actor, 'comment.moderate');
  const { personId } = actor;
  if (personId === null) throw new DomainError('signInFirst');
  const refusalReason = verdict === 'refuse' ? refusalOf(reason) : null;
  await once(context, 'comment.moderate', { commentId, verdict, refusalReason }, async (tx) => {
    const locked = await lockComment(tx, commentId);
    const state = next(commentLifecycle, locked.state, verdict);
    await judgeComment(tx, commentId, { state, moderatorId: personId, moderatedAt: now, refusalReason });
    await recordAct(tx, context, {
      act: `comment.${verdict}`,
      subjectKind: 'comment',
      subjectId: commentId,
      reason: refusalReason,
    });
  });
}

function refusalOf(typed: string): string {
  const reason = textWithin(reasonLength.max, typed, 'reason');
  if (lettersIn(reason) < reasonLength.min) throw new DomainError('reasonsRequired', { field: 'reason' });
  return reason;
}
