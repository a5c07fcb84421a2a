import { recordAct } from '#db/writes/audit/audit';
import { lockItem } from '#db/writes/council/meeting';
import { insertVote } from '#db/writes/council/votes';
import { DomainError } from '~/domain/errors';
import { type Context } from '../context.server';
import { assertMayVote, stateOfItem } from './parts/item.server';
import { once } from '../once.server';

export type Choice = 'for' | 'against' | 'blank';

/**
 * A member votes on an item, once and for good: in the room, without an interest, within the council's mandate
 * (domain.md §3.2, §3.4: above it casting itself is refused).
 * Throws 'notFound', 'wrongState', 'alreadyDone' (voted or decided), 'aboveMandate', 'reportOpen', and the refusals of 'council.vote'
 * ('notPresent', 'conflicted').
 */
export async function castVote(context: Context, itemId: string, choice: Choice): Promise<void> {
  const { actor, now, today } = context;
  await once(context, 'council.vote', { itemId, choice }, async (tx) => {
    await lockItem(tx, itemId);
    const { membershipId } = assertMayVote(await stateOfItem(tx, itemId, today), actor);
    const added = await insertVote(tx, { itemId, membershipId, choice, castAt: now });
    if (!added) throw new DomainError('alreadyDone');
    const subject = { subjectKind: 'agendaItem', subjectId: itemId } as const;
    await recordAct(tx, context, { act: 'council.vote', ...subject });
  });
}
