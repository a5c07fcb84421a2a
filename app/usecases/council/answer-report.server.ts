import { recordAct } from '#db/writes/audit/audit';
import { insertAnswer } from '#db/writes/council/conflict-report';
import { assertMay } from '~/domain/access/policy';
import { reportState } from '~/domain/council/conflict-report';
import { DomainError } from '~/domain/errors';
import { type ConflictAnswer, reportLifecycle } from '~/domain/lifecycle/conflict-report';
import { next } from '~/domain/lifecycle/machine';
import { trimmed } from '~/domain/text';
import { type Context } from '../context.server';
import { notifyJudges } from './parts/conflict-letters.server';
import { assertOpenItem } from './parts/item.server';
import { lockReport } from './parts/report.server';
import { once } from '../once.server';

/**
 * A member says whether a report of their own interest is right. Accepted, the interest stands as if they had declared it;
 * denied, with a reason, who rules is asked by mail. Once; decisions/0012.
 * Throws 'notFound', 'required' (a denial without a reason), 'alreadyDone' (decided), 'wrongState' (the meeting is over, or
 * withdrawn), 'transitionRefused' (answered or ruled on), and the refusals of 'conflict.answer'.
 */
export async function answerReport(
  context: Context,
  reportId: string,
  { answer, reason }: { answer: ConflictAnswer; reason: string },
): Promise<void> {
  const { actor, now } = context;
  const said = trimmed(reason) || null;
  if (answer === 'denied' && said === null) throw new DomainError('required', { field: 'reason' });
  await once(context, 'conflict.answer', { reportId, answer, reason }, async (tx) => {
    const { state, report, judgeIds } = await lockReport(tx, context, reportId);
    assertMay(actor, 'conflict.answer', { bodyId: state.council.id, askedIds: [report.personId] });
    assertOpenItem(state);
    next(reportLifecycle, reportState(report), answer === 'accepted' ? 'accept' : 'deny');
    const answeredBy = report.membershipId;
    await insertAnswer(tx, { reportId, answeredBy, answer, reason: said, answeredAt: now });
    if (answer === 'denied')
      await notifyJudges(tx, context, state, { ...report, answerReason: said, judgeIds });
    const subject = { subjectKind: 'agendaItem', subjectId: state.item.id } as const;
    await recordAct(tx, context, { act: 'conflict.answer', reason: said, ...subject });
  });
}
