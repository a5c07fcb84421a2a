import { rulesOf, rulesOn, seatById, termsOf } from '#db/reads/council/administration';
import { type Body, mandateOf, seatsOf } from '#db/reads/council/body';
import { type CalendarDate } from '~/domain/calendar';
import { shortageOn, sittingsIn } from '~/domain/council/composition';
import { faultsOf } from '~/domain/council/faults';
import { DomainError } from '~/domain/errors';
import { idIn } from '~/http/address.server';
import { type Visit } from '~/http/visit.server';
import { type Context } from '~/usecases/context.server';
import { councilOf } from './council.server';

/** The council in the address, for who manages councils. Throws 'notFound' and the policy's refusals. */
export const managed = (visit: Visit): Promise<Body> => councilOf(visit, 'council.manage');

/** The seat in the address, of that council. Throws 'notFound'. */
export async function seatIn({ context: { db }, params }: Visit, council: Body) {
  const seat = await seatById(db, idIn(params.seat));
  if (seat?.bodyId !== council.id) throw new DomainError('notFound');
  return seat;
}

/** The membership in the address, of that council. Throws 'notFound'. */
export async function memberIn({ context: { db }, params }: Visit, council: Body) {
  const id = idIn(params.member);
  const term = (await termsOf(db, council.id)).find((each) => each.id === id);
  if (!term) throw new DomainError('notFound');
  return term;
}

/** How a council stands on a day: who sits where, by which rules, and what is wrong. */
export async function standingOf({ db }: Pick<Context, 'db'>, council: Body, on: CalendarDate) {
  const [seats, terms, versions, mandate] = await Promise.all([
    seatsOf(db, council.id, on),
    termsOf(db, council.id),
    rulesOf(db, council.id),
    mandateOf(db, council.id, on),
  ]);
  const shortage = shortageOn(sittingsIn(terms), versions, on);
  const rules = (await rulesOn(db, council.id, on)) ?? null;
  return {
    ...{ seats, terms, versions, rules, shortage, mandate: mandate ?? null },
    faults: faultsOf({ seats, shortage, mandate: mandate !== undefined, rules }),
  };
}
