import { seatsOf } from '#db/reads/council/body';
import { recordAct } from '#db/writes/audit/audit';
import { insertReport } from '#db/writes/council/conflict-report';
import { lockItem } from '#db/writes/council/meeting';
import { assertMay } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { type Context } from '../context.server';
import { notifyMember } from './parts/conflict-letters.server';
import { assertOpenItem, stateOfItem } from './parts/item.server';
import { once } from '../once.server';

/**
 * A member of the council says that another has an interest in an item (art. 28 Gemeentewet). The other is told by mail and
 * does not vote, nor does the council decide, until it is answered or ruled on: decisions/0012. Once a member and item.
 * Throws 'notFound' (also who has no voting seat), 'alreadyDone' (decided), 'wrongState' (the meeting is over, or withdrawn),
 * 'choiceInvalid' (oneself), 'memberConflicted', 'reportedBefore', 'notYourRole' (no seat today), and the refusals of
 * 'conflict.report'.
 */
export async function reportConflict(
  context: Context,
  { itemId, membershipId, reason }: { itemId: string; membershipId: string; reason: string },
): Promise<{ reportId: string }> {
  const { actor, now, today } = context;
  return once(context, 'conflict.report', { itemId, membershipId, reason }, async (tx) => {
    const reportId = context.newId();
    await lockItem(tx, itemId);
    const state = await stateOfItem(tx, itemId, today);
    assertMay(actor, 'conflict.report', { bodyId: state.council.id });
    assertOpenItem(state);
    const member = state.voters.find((voter) => voter.membershipId === membershipId);
    if (!member) throw new DomainError('notFound');
    if (member.personId === actor.personId) throw new DomainError('choiceInvalid', { field: 'member' });
    const first = state.reports.find((report) => report.membershipId === membershipId);
    if (first) throw new DomainError('reportedBefore', { detail: { reporter: first.reporterName } });
    if (state.conflicts.some(({ personId }) => personId === member.personId))
      throw new DomainError('memberConflicted');
    const seats = await seatsOf(tx, state.council.id, today);
    const reportedBy = seats.find(({ personId }) => personId === actor.personId)?.membershipId;
    if (!reportedBy) throw new DomainError('notYourRole');
    await insertReport(tx, { id: reportId, itemId, membershipId, reportedBy, reason, reportedAt: now });
    await notifyMember(tx, context, state, { reportId, personId: member.personId, reason });
    const subject = { subjectKind: 'agendaItem', subjectId: itemId } as const;
    await recordAct(tx, context, { act: 'conflict.report', reason, ...subject });
    return { reportId };
  });
}
