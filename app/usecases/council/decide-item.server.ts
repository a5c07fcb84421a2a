import { type Transaction } from '#db/client';
import { recordAct } from '#db/writes/audit/audit';
import { lockCouncilOfItem } from '#db/writes/council/body';
import { insertDecision, lockItem } from '#db/writes/council/meeting';
import { type LockedInitiative, lockInitiative, recordTransition } from '#db/writes/initiative/initiative';
import { type Booking } from '#db/writes/ledger/journal';
import { assertMay } from '~/domain/access/policy';
import { decideMotion, type MotionOutcome } from '~/domain/council/motion';
import { assertReasons } from '~/domain/council/reasons';
import { DomainError } from '~/domain/errors';
import { type InitiativeAct } from '~/domain/lifecycle/initiative';
import { trimmed } from '~/domain/text';
import { bookedBy } from '../booking.server';
import { type Context } from '../context.server';
import { decisionRow } from './parts/decision-row.server';
import { deskRole } from './parts/desk-role.server';
import {
  assertDecidable,
  assertNoOpenReport,
  type ItemState,
  motionOf,
  stateOfItem,
} from './parts/item.server';
import { writeToApplicants } from './parts/letter.server';
import { reserveAndGrant } from '../grants/parts/grant.server';
import { poolFor, releaseReserved } from '../grants/parts/reserved.server';
import { once } from '../once.server';

export type Decided = { decisionId: string; outcome: Exclude<MotionOutcome, 'noQuorum'> };

/**
 * Establishes the outcome of the vote on an item and does what follows from it, all or nothing: an adopted proposal
 * grants its money, out of what was set apart for it and else from the wijk's pool of this year; a rejection frees what was
 * set apart, and needs reasons as a grant of less than was asked does; a tie or an invalid vote sends the initiative back to the waiting list.
 * domain.md §3.2–3.5, art. 20–32 Gemeentewet.
 * Throws 'notFound', 'alreadyDone', 'wrongState', 'aboveMandate', 'tooFewResidents', 'reportOpen', 'noQuorum', 'reasonsRequired', 'poolInsufficient',
 * and the refusals of 'item.decide'.
 */
export async function decideItem(
  context: Context,
  itemId: string,
  typed: { reasons: string },
): Promise<Decided> {
  const decisionId = context.newId();
  return once(context, 'item.decide', { itemId, reasons: typed.reasons }, async (tx) => {
    await lockItem(tx, itemId);
    await lockCouncilOfItem(tx, itemId);
    const state = await stateOfItem(tx, itemId, context.today);
    assertMay(context.actor, 'item.decide', { bodyId: state.council.id });
    const initiative = await lockInitiative(tx, { id: state.initiative.id });
    assertDecidable({ ...state, initiative: { ...state.initiative, state: initiative.state } });
    assertNoOpenReport(state.reports);
    const { outcome } = decideMotion(motionOf(state));
    if (outcome === 'noQuorum') throw new DomainError('noQuorum');
    const reasons = trimmed(typed.reasons);
    const amounts = { proposed: state.item.proposedCents, asked: initiative.requestedCents };
    assertReasons(outcome, amounts, reasons);
    await insertDecision(tx, { ...decisionRow(context, state), id: decisionId, outcome, reasons });
    await follow(tx, context, { state, initiative, decisionId, outcome, reasons });
    await writeToApplicants(tx, context, state, { decisionId, outcome, reasons });
    const subject = { subjectKind: 'agendaItem', subjectId: itemId } as const;
    await recordAct(tx, context, { act: 'item.decide', ...subject, reason: reasons });
    return { decisionId, outcome };
  });
}

type Decision = Decided & { state: ItemState; initiative: LockedInitiative; reasons: string };

/** Moves the initiative on, with its money. */
async function follow(tx: Transaction, context: Context, decided: Decision): Promise<void> {
  const { state, initiative, decisionId, outcome, reasons } = decided;
  const booking = bookedBy(context, 'item.decide', initiative.title);
  const entryId = outcome === 'adopted' ? await grantMoney(tx, booking, decided) : undefined;
  if (outcome === 'notAdopted') {
    await releaseReserved(tx, booking, initiative, `item:${state.item.id}:release`);
  }
  const granted = state.item.proposedCents;
  await recordTransition(
    tx,
    initiative,
    actAfter(outcome, granted < initiative.requestedCents),
    { at: context.now, actorId: context.actor.personId, role: deskRole(context.actor, state.council.id) },
    { decisionId, entryId, reason: reasons || null, set: entryId ? { grantedCents: granted } : undefined },
  );
}

function actAfter(outcome: Decided['outcome'], partly: boolean): InitiativeAct {
  if (outcome === 'adopted') return partly ? 'grantPartly' : 'grant';
  return outcome === 'notAdopted' ? 'reject' : 'postpone';
}

/** Grants what was proposed; the id of the grant's entry. The key holds for this item for ever. */
async function grantMoney(tx: Transaction, booking: Booking, { state, initiative, decisionId }: Decision) {
  const poolId = await poolFor(tx, booking, initiative);
  const money = { initiativeId: initiative.id, poolId, cents: state.item.proposedCents, decisionId };
  const granted = await reserveAndGrant(tx, booking, { ...money, key: `item:${state.item.id}` });
  return granted.entryId;
}
