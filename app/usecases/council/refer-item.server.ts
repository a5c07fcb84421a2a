import { recordAct } from '#db/writes/audit/audit';
import { insertDecision, lockItem } from '#db/writes/council/meeting';
import { lockInitiative, recordTransition } from '#db/writes/initiative/initiative';
import { assertMay } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { trimmed } from '~/domain/text';
import { type Context } from '../context.server';
import { decisionRow } from './parts/decision-row.server';
import { deskRole } from './parts/desk-role.server';
import { assertNoOpenReport, stateOfItem } from './parts/item.server';
import { writeToApplicants } from './parts/letter.server';
import { once } from '../once.server';

/**
 * A buurtraad sends an item on to the stadsraad, because it may not decide on it itself (domain.md §3.4). The referral
 * is a decision of its own, and the initiative waits for the stadsraad.
 * Throws 'notFound', 'alreadyDone', 'wrongState' (no open meeting, or withdrawn), 'reportOpen', 'transitionRefused' (the council may
 * decide by itself, or there is none above it), and the refusals of 'item.refer'.
 */
export async function referItem(
  context: Context,
  itemId: string,
  typed: { reasons: string },
): Promise<{ decisionId: string }> {
  const { actor, now, today } = context;
  return once(context, 'item.refer', { itemId, reasons: typed.reasons }, async (tx) => {
    const decisionId = context.newId();
    await lockItem(tx, itemId);
    const state = await stateOfItem(tx, itemId, today);
    assertMay(actor, 'item.refer', { bodyId: state.council.id });
    if (state.decisionId !== null) throw new DomainError('alreadyDone');
    const initiative = await lockInitiative(tx, { id: state.initiative.id });
    if (state.meeting.state !== 'opened' || initiative.state !== 'onAgenda')
      throw new DomainError('wrongState');
    if (state.above === null || state.council.kind === 'stadsraad')
      throw new DomainError('transitionRefused');
    assertNoOpenReport(state.reports);
    const reasons = trimmed(typed.reasons);
    await insertDecision(tx, {
      ...decisionRow(context, state),
      id: decisionId,
      outcome: 'referred',
      reasons,
    });
    const by = { at: now, actorId: actor.personId, role: deskRole(actor, state.council.id) };
    const set = { referredToCity: state.above };
    await recordTransition(tx, initiative, 'refer', by, { decisionId, reason: reasons || null, set });
    await writeToApplicants(tx, context, state, { decisionId, outcome: 'referred', reasons });
    const subject = { subjectKind: 'agendaItem', subjectId: itemId } as const;
    await recordAct(tx, context, { act: 'item.refer', ...subject, reason: reasons });
    return { decisionId };
  });
}
