import { yearOf } from '~/domain/calendar';
import { type NewDecision } from '#db/writes/council/meeting';
import { type Context } from '~/usecases/context.server';
import { type ItemState, motionOf } from './item.server';

/** What a decision keeps of the vote behind it, so that anybody can count again. domain.md §3.5. */
export function decisionRow(
  { now, today }: Context,
  state: ItemState,
): Omit<NewDecision, 'id' | 'outcome' | 'reasons'> {
  const motion = motionOf(state);
  return {
    bodyId: state.council.id,
    year: yearOf(today),
    itemId: state.item.id,
    initiativeId: state.initiative.id,
    amountCents: state.item.proposedCents,
    mandateCents: state.mandateCents,
    seats: motion.seats,
    sitting: motion.sitting,
    present: motion.present,
    conflicted: motion.conflicted,
    votesFor: motion.for,
    votesAgainst: motion.against,
    votesBlank: motion.blank,
    decidedOn: today,
    decidedAt: now,
  };
}
