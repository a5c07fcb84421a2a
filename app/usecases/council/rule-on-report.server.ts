import { recordAct } from '#db/writes/audit/audit';
import { insertRuling } from '#db/writes/council/conflict-report';
import { assertMay } from '~/domain/access/policy';
import { isHeard, reportState } from '~/domain/council/conflict-report';
import { DomainError } from '~/domain/errors';
import { type ConflictRuling, reportLifecycle } from '~/domain/lifecycle/conflict-report';
import { next } from '~/domain/lifecycle/machine';
import { type Context } from '../context.server';
import { notifyRuling } from './parts/conflict-letters.server';
import { assertOpenItem } from './parts/item.server';
import { lockReport } from './parts/report.server';
import { once } from '../once.server';

/**
 * The chair, or who stands in, rules with a reason whether a member has an interest in an item, once the member was heard
 * (`isHeard`). Sustained, the member does not vote and a vote that was cast is struck. Once; decisions/0012.
 * Throws 'notFound', 'alreadyDone' (decided), 'wrongState' (the meeting is over, or withdrawn), 'transitionRefused' (accepted
 * or ruled on), 'notHeard', and the refusals of 'conflict.rule'.
 */
export async function ruleOnReport(
  context: Context,
  reportId: string,
  { ruling, reason }: { ruling: ConflictRuling; reason: string },
): Promise<void> {
  const { actor, now } = context;
  await once(context, 'conflict.rule', { reportId, ruling, reason }, async (tx) => {
    const { state, report, judgeIds, seats } = await lockReport(tx, context, reportId);
    assertMay(actor, 'conflict.rule', { bodyId: state.council.id, askedIds: judgeIds });
    assertOpenItem(state);
    next(reportLifecycle, reportState(report), ruling === 'sustained' ? 'sustain' : 'dismiss');
    if (!isHeard({ ...report, meetingOpen: state.meeting.state === 'opened' }, now))
      throw new DomainError('notHeard');
    const ruledBy = seats.find(({ personId }) => personId === actor.personId)?.membershipId;
    if (!ruledBy) throw new DomainError('notYourRole');
    await insertRuling(tx, { reportId, ruledBy, ruling, reason, ruledAt: now });
    await notifyRuling(tx, context, state, { personId: report.personId, ruling, reason });
    const subject = { subjectKind: 'agendaItem', subjectId: state.item.id } as const;
    await recordAct(tx, context, { act: 'conflict.rule', reason, ...subject });
  });
}
