import { type Payee } from '#db/reads/grants/payee';
import { type PayeeStory } from '~/components/ledger/payee-story';
import { calendarDateIn } from '~/domain/calendar';

/** How an account came here, with names, for whoever makes or approves payments. */
export function storyOf(payee: Payee): PayeeStory {
  const { before, byApplicant, recorder, recordedAt, waits, confirmer, confirmedAt } = payee;
  return {
    changed: before !== null,
    ...{ byApplicant, recorder, waits, confirmer },
    recordedOn: calendarDateIn(recordedAt),
    confirmedOn: confirmedAt && calendarDateIn(confirmedAt),
  };
}
