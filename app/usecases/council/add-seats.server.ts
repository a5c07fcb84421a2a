import { rulesOn } from '#db/reads/council/administration';
import { seatsOf } from '#db/reads/council/body';
import { recordAct } from '#db/writes/audit/audit';
import { insertSeats } from '#db/writes/council/body';
import { type Transaction } from '#db/client';
import { assertMay } from '~/domain/access/policy';
import { type CalendarDate } from '~/domain/calendar';
import { type SeatKind } from '~/domain/council/composition';
import { assertRoomFor } from '~/domain/council/rules-of-order';
import { DomainError } from '~/domain/errors';
import { type Context } from '../context.server';
import { heldCouncil } from './parts/council.server';
import { once } from '../once.server';

export type NewSeats = { bodyId: string; kind: SeatKind; voting: boolean; count: number; from: CalendarDate };

/**
 * Adds seats of a kind to a council, from a day on. Throws 'notFound', 'noVoteByRules' (its rules of order give the kind no vote),
 * 'seatsFull' (more seats with a vote than they allow), and the refusals of 'council.manage'.
 */
export async function addSeats(context: Context, input: NewSeats): Promise<void> {
  const { actor, newId } = context;
  const { bodyId, kind, voting, count, from } = input;
  assertMay(actor, 'council.manage');
  await once(context, 'council.manage', input, async (tx) => {
    await heldCouncil(tx, bodyId);
    if (voting) await assertVotes(tx, input);
    const rows = Array.from({ length: count }, () => ({
      id: newId(),
      bodyId,
      type: kind,
      voting,
      validFrom: from,
    }));
    await insertSeats(tx, rows);
    await recordAct(tx, context, { act: 'seat.add', subjectKind: 'body', subjectId: bodyId });
  });
}

async function assertVotes(tx: Transaction, { bodyId, kind, count, from }: NewSeats): Promise<void> {
  const rules = await rulesOn(tx, bodyId, from);
  if (!rules) return;
  if (!rules.votingKinds.includes(kind)) throw new DomainError('noVoteByRules', { field: 'voting' });
  const votes = (await seatsOf(tx, bodyId, from)).filter(({ voting }) => voting);
  assertRoomFor(votes.length + count, rules, 'count');
}
