import { type Argument } from '#db/schema';
import { recordAct } from '#db/writes/audit/audit';
import { insertComment } from '#db/writes/initiative/comment';
import { lockInitiative } from '#db/writes/initiative/initiative';
import { assertMay } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { textWithin } from '~/domain/text';
import { openInitiativeStates } from '~/domain/lifecycle/initiative';
import { type Context } from '../context.server';
import { once } from '../once.server';

/** domain.md §1 (Middelland): a reaction has at most 2,000 letters. */
const longestComment = 2000;

/**
 * A resident reacts to a public initiative: an argument for, against, or a question. It becomes public only when a moderator
 * accepts it. Throws 'required' and 'tooLong' at the body, 'notFound' for a concept, 'wrongState' after the decision.
 */
export async function writeComment(
  context: Context,
  number: number,
  { argument, body }: { argument: Argument; body: string },
): Promise<void> {
  const { actor, now, newId } = context;
  assertMay(actor, 'comment.write');
  const { personId } = actor;
  if (personId === null) throw new DomainError('signInFirst');
  const text = textWithin(longestComment, body, 'body');
  if (text === '') throw new DomainError('required', { field: 'body' });
  await once(context, 'comment.write', { number, argument, body: text }, async (tx) => {
    const locked = await lockInitiative(tx, { number });
    if (locked.schemeVersionId === null) throw new DomainError('notFound');
    if (!openInitiativeStates.includes(locked.state)) throw new DomainError('wrongState');
    const id = newId();
    const row = { id, initiativeId: locked.id, authorId: personId, argument, body: text, writtenAt: now };
    await insertComment(tx, row);
    await recordAct(tx, context, { act: 'comment.write', subjectKind: 'comment', subjectId: id });
  });
}
