import { termsOf, rulesOf, type TermOf } from '#db/reads/council/administration';
import { type Body, seatsOf } from '#db/reads/council/body';
import { addDays, type CalendarDate } from '~/domain/calendar';
import { shortageOn, sittingsIn } from '~/domain/council/composition';
import { testQuorum } from '~/domain/council/quorum';
import { type Context } from '~/usecases/context.server';

/** What follows when a membership ends after a day: seen on the first day without it. */
export async function afterwards(
  { db }: Pick<Context, 'db'>,
  council: Body,
  term: TermOf,
  lastDay: CalendarDate,
) {
  const first = addDays(lastDay, 1);
  const seats = (await seatsOf(db, council.id, first)).map((seat) =>
    seat.membershipId === term.id ? { ...seat, membershipId: null, duty: null } : seat,
  );
  const terms = (await termsOf(db, council.id)).map((each) =>
    each.id === term.id ? { ...each, validTo: first } : each,
  );
  const sitting = seats.filter(({ voting, membershipId }) => voting && membershipId !== null);
  return {
    first,
    sitting: sitting.length,
    needed: testQuorum({ sitting: sitting.length, present: 0, reconvened: false }).needed,
    shortage: shortageOn(sittingsIn(terms), await rulesOf(db, council.id), first),
    lost: term.duty === 'member' || seats.some(({ duty }) => duty === term.duty) ? null : term.duty,
  };
}
