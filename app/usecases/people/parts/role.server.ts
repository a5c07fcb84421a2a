import { wijkenOn } from '#db/reads/area/area';
import { rulesOn, termsOf } from '#db/reads/council/administration';
import { bodyById, seatsOf } from '#db/reads/council/body';
import { termsOfPeople } from '#db/reads/people/terms';
import { type Transaction } from '#db/client';
import { recordAct } from '#db/writes/audit/audit';
import { lockCouncil } from '#db/writes/council/body';
import { freeSeat, insertRole, takeSeat, votes } from '#db/writes/people/person';
import { type GivenRole } from '~/domain/access/given-role';
import { type CalendarDate } from '~/domain/calendar';
import { assertRoomFor } from '~/domain/council/rules-of-order';
import { assertSeating } from '~/domain/council/membership';
import { DomainError } from '~/domain/errors';
import { type Context } from '../../context.server';

export type Term = { validFrom: CalendarDate; validTo: CalendarDate | null };

/**
 * Gives somebody a role or a seat for a term, while nobody else gives or ends one (`lockRoles`). Throws 'choiceInvalid' for a
 * wijk or council that there is not, 'roleHeld', 'seatedAlready', 'dutyTaken' and 'seatsFull'.
 */
export async function give(
  tx: Transaction,
  context: Context,
  personId: string,
  { to, term }: { to: GivenRole; term: Term },
): Promise<void> {
  const { actor } = context;
  const place = await placeOf(tx, to, context.today);
  const held = await termsOfPeople(tx, [personId]);
  if (held.some((other) => other.role === to.role && other.place === place && overlap(other, term))) {
    throw new DomainError('roleHeld');
  }
  if ('bodyId' in to) {
    const { bodyId, role: duty } = to;
    await lockCouncil(tx, bodyId);
    assertSeating({ seatId: '', personId, duty, ...term }, await termsOf(tx, bodyId));
    await seat(tx, { bodyId, personId, duty, ...term });
  } else {
    const areaId = 'areaId' in to ? to.areaId : null;
    await insertRole(tx, { personId, role: to.role, areaId, givenBy: actor.personId, ...term });
  }
  const subject = { subjectKind: 'person', subjectId: personId } as const;
  await recordAct(tx, context, { act: 'role.give', ...subject, reason: to.role });
}

/** Seats somebody where nobody sits, or in a new seat while the rules of the council have room for one more vote. */
async function seat(tx: Transaction, who: Parameters<typeof takeSeat>[2]): Promise<void> {
  const free = await freeSeat(tx, who);
  const rules = free === undefined && votes(who) ? await rulesOn(tx, who.bodyId, who.validFrom) : undefined;
  if (rules) {
    const voting = (await seatsOf(tx, who.bodyId, who.validFrom)).filter((each) => each.voting);
    assertRoomFor(voting.length + 1, rules, 'bodyId');
  }
  await takeSeat(tx, free, who);
}

/** The name of the wijk or council that a role is for; null for the whole gemeente. */
async function placeOf(tx: Transaction, to: GivenRole, today: CalendarDate): Promise<string | null> {
  if ('bodyId' in to) {
    const found = await bodyById(tx, to.bodyId);
    if (!found) throw new DomainError('choiceInvalid', { field: 'bodyId' });
    return found.name;
  }
  if (!('areaId' in to)) return null;
  const found = (await wijkenOn(tx, today)).find(({ id }) => id === to.areaId);
  if (!found) throw new DomainError('choiceInvalid', { field: 'areaId' });
  return found.name;
}

const overlap = (one: Term, other: Term) =>
  (one.validTo === null || other.validFrom < one.validTo) &&
  (other.validTo === null || one.validFrom < other.validTo);
