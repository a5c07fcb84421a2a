import { addressesOf, regimeOf } from '#db/reads/council/decision';
import { type Transaction } from '#db/client';
import { type CalendarDate } from '~/domain/calendar';
import { type LegalRegime, mayObject } from '~/domain/council/appeal';
import { boardAppealBefore, objectionEnd } from '~/domain/initiative/terms';
import { decisionLetter } from '~/letters/decision';
import { type Context } from '~/usecases/context.server';
import { isHoliday } from '~/usecases/holidays.server';
import { sendLetter } from '~/usecases/send-letter.server';
import { type ItemState } from './item.server';

export type DecisionNotice = {
  decisionId: string;
  outcome: 'adopted' | 'notAdopted' | 'postponed' | 'invalid' | 'referred';
  reasons: string;
};

/** Sends every applicant the decision, in the transaction that takes it: no decision without its letter. */
export async function writeToApplicants(
  tx: Transaction,
  { now, today }: Context,
  { council, item, initiative }: ItemState,
  decided: DecisionNotice,
): Promise<void> {
  const regime = await regimeOf(tx, initiative.id);
  const letter = decisionLetter({
    ...decided,
    council: council.name,
    regime,
    initiative,
    proposedCents: item.proposedCents,
    objection: objectionTo(decided, regime, today),
  });
  await sendLetter(tx, now, await addressesOf(tx, initiative.id), letter);
}

/** How one disagrees follows from the law behind the fund. domain.md §2.5. */
function objectionTo({ outcome }: DecisionNotice, regime: LegalRegime, today: CalendarDate) {
  if (outcome !== 'adopted' && outcome !== 'notAdopted') return null;
  return mayObject(regime)
    ? { to: 'gemeente' as const, day: objectionEnd(today, isHoliday) }
    : { to: 'board' as const, day: boardAppealBefore(today) };
}
