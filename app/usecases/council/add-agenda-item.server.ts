import { isWaiting, supportersOf, tiersOf } from '#db/reads/council/agenda';
import { rulesOn } from '#db/reads/council/administration';
import { type Body, bodyById } from '#db/reads/council/body';
import { countItems, lastOutcome, meetingById } from '#db/reads/council/meeting';
import { type Transaction } from '#db/client';
import { recordAct } from '#db/writes/audit/audit';
import { insertItem, insertOwnInterests, lockMeeting } from '#db/writes/council/meeting';
import { lockInitiative, recordTransition } from '#db/writes/initiative/initiative';
import { assertMay } from '~/domain/access/policy';
import { type CalendarDate } from '~/domain/calendar';
import { assertAgendaOpen, mostItems } from '~/domain/council/agenda';
import { DomainError } from '~/domain/errors';
import { supportMet, supportNeeded } from '~/domain/initiative/support';
import { type Cents } from '~/domain/money/cents';
import { type Context } from '../context.server';
import { deskRole } from './parts/desk-role.server';
import { once } from '../once.server';

/**
 * Puts a submitted initiative on the agenda of a planned meeting, to decide on `proposedCents`: what is asked (the
 * default) or less. Members who ask for the money are written down as not voting.
 * Throws 'notFound', 'wrongState' (the meeting has begun, or repeats one without quorum), 'agendaClosed' (too late for its notice), 'agendaFull', 'transitionRefused' (not
 * submitted), 'notYourArea' (another council decides), 'supportShort', 'amountOutOfRange', and the refusals of 'agenda.manage'.
 */
export async function addAgendaItem(
  context: Context,
  input: { meetingId: string; initiativeNumber: number; proposedCents?: Cents },
): Promise<{ id: string }> {
  const { actor, now, today, newId } = context;
  const { meetingId } = input;
  return once(context, 'agenda.manage', input, async (tx) => {
    const id = newId();
    await lockMeeting(tx, meetingId, 'alone');
    const body = await openAgenda(tx, context, meetingId);
    const initiative = await lockInitiative(tx, { number: input.initiativeNumber });
    const proposedCents = input.proposedCents ?? initiative.requestedCents;
    const by = { at: now, actorId: actor.personId, role: deskRole(actor, body.id) };
    await assertReady(tx, initiative, body, today);
    await recordTransition(tx, initiative, 'agendise', by);
    if (proposedCents <= 0n || proposedCents > initiative.requestedCents) {
      throw new DomainError('amountOutOfRange', { field: 'proposed' });
    }
    const outcome = await lastOutcome(tx, body.id, initiative.id);
    const earlier = outcome === 'postponed' || outcome === 'invalid' ? outcome : null;
    await insertItem(tx, { id, meetingId, initiativeId: initiative.id, proposedCents, earlier });
    await insertOwnInterests(tx, meetingId, now);
    const subject = { subjectKind: 'agendaItem', subjectId: id } as const;
    await recordAct(tx, context, { act: 'agenda.add', ...subject });
    return { id };
  });
}

/** The council whose agenda may still change. */
async function openAgenda(tx: Transaction, { actor, today }: Context, meetingId: string): Promise<Body> {
  const meeting = await meetingById(tx, meetingId);
  const body = meeting && (await bodyById(tx, meeting.bodyId));
  if (!meeting || !body) throw new DomainError('notFound');
  assertMay(actor, 'agenda.manage', { bodyId: body.id });
  if (meeting.state !== 'planned' || meeting.reconvenes !== null) throw new DomainError('wrongState');
  const rules = await rulesOn(tx, body.id, today);
  if (rules) assertAgendaOpen(meeting.startsAt, rules.noticeDays, today);
  if ((await countItems(tx, meetingId)) >= mostItems) {
    throw new DomainError('agendaFull', { detail: { max: mostItems } });
  }
  return body;
}

type Locked = Awaited<ReturnType<typeof lockInitiative>>;

async function assertReady(tx: Transaction, initiative: Locked, body: Body, today: CalendarDate) {
  if (initiative.state !== 'submitted') throw new DomainError('transitionRefused');
  if (!(await isWaiting(tx, body, today, initiative.id))) throw new DomainError('notYourArea');
  const tiers = initiative.schemeVersionId ? await tiersOf(tx, initiative.schemeVersionId) : [];
  const have = await supportersOf(tx, initiative.id);
  const { requestedCents } = initiative;
  if (supportMet(have, requestedCents, tiers)) return;
  throw new DomainError('supportShort', { detail: { needed: supportNeeded(requestedCents, tiers), have } });
}
