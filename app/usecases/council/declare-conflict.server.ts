import { seatsOf } from '#db/reads/council/body';
import { recordAct } from '#db/writes/audit/audit';
import { insertConflict, lockItem } from '#db/writes/council/meeting';
import { assertMay } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { type Context } from '../context.server';
import { once } from '../once.server';
import { assertNoOpenReport, stateOfItem } from './parts/item.server';

/**
 * A member says to have an interest in an item, and so does not vote on it (art. 28 Gemeentewet). Saying it twice
 * changes nothing; it is not taken back. After the own vote it can still be said, until the decision: the vote is struck.
 * Throws 'notFound', 'wrongState' (decided, or the meeting is over), 'reportOpen' (a report of it asks for an answer first),
 * 'notYourRole' (no seat today), and the refusals of 'conflict.declare'.
 */
export async function declareConflict(context: Context, itemId: string): Promise<void> {
  const { actor, now, today } = context;
  await once(context, 'conflict.declare', { itemId }, async (tx) => {
    await lockItem(tx, itemId);
    const { council, meeting, reports, decisionId } = await stateOfItem(tx, itemId, today);
    assertMay(actor, 'conflict.declare', { bodyId: council.id });
    const seats = await seatsOf(tx, council.id, today);
    const membershipId = seats.find(({ personId }) => personId === actor.personId)?.membershipId;
    if (!membershipId) throw new DomainError('notYourRole');
    const begun = meeting.state === 'planned' || meeting.state === 'opened';
    if (!begun || decisionId !== null) throw new DomainError('wrongState');
    assertNoOpenReport(reports, membershipId);
    await insertConflict(tx, { itemId, membershipId, source: 'declared', declaredAt: now });
    const subject = { subjectKind: 'agendaItem', subjectId: itemId } as const;
    await recordAct(tx, context, { act: 'conflict.declare', ...subject });
  });
}
