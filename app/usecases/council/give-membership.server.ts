import { rulesOn, seatById, termsOf } from '#db/reads/council/administration';
import { schemeVersionOn } from '#db/reads/initiative/scheme';
import { residenceMethodOf } from '#db/reads/people/residence';
import { credentialByEmail, personByEmail } from '#db/reads/people/sign-in';
import { recordAct } from '#db/writes/audit/audit';
import { insertMembership } from '#db/writes/council/body';
import { ensurePerson } from '#db/writes/people/person';
import { type Transaction } from '#db/client';
import { assertMay } from '~/domain/access/policy';
import { addDays, type CalendarDate } from '~/domain/calendar';
import { type Appointment, assertSeating, type Duty, termEnd } from '~/domain/council/membership';
import { DomainError } from '~/domain/errors';
import { type ResidenceMethod, residenceMethods } from '~/domain/people/residence';
import { assertWithin, windows } from '~/domain/windows';
import { type Context } from '../context.server';
import { heldCouncil } from './parts/council.server';
import { settle } from '../people/parts/residence.server';
import { inviteToDesk } from '../people/parts/desk-invitation.server';
import { once } from '../once.server';

export type NewMembership = {
  seatId: string;
  email: string;
  /** Of who is not known yet. */
  name: string;
  duty: Duty;
  appointed: Appointment;
  from: CalendarDate;
  /** Null for as long as the rules of order allow. */
  lastDay: CalendarDate | null;
  /** Whoever gives the seat saw that they live in the wijk. */
  livesThere: boolean;
};

/**
 * Seats somebody in a council for a term, and invites who has no desk yet. Of two who do so at the same moment one finds the seat
 * taken. Throws 'notFound', 'personUnknown', 'seatTaken', 'seatedAlready', 'dutyTaken', 'dateOutside' (before the seat is
 * there, after it is gone, or longer than the rules of order allow), 'residenceUnseen' for the seat of a resident when the scheme of
 * the wijk asks more than their word and nobody saw that they live there, and the refusals of 'council.manage'.
 */
export async function giveMembership(context: Context, input: NewMembership): Promise<void> {
  const { actor, newId } = context;
  const { seatId, email, duty, appointed, from } = input;
  assertMay(actor, 'council.manage');
  await once(context, 'council.manage', input, async (tx) => {
    const found = await seatById(tx, seatId);
    if (!found) throw new DomainError('notFound');
    const council = await heldCouncil(tx, found.bodyId);
    const seat = (await seatById(tx, seatId)) ?? found;
    const personId = await personBehind(tx, context, input);
    if (seat.type === 'resident') await livesThere(tx, context, council, personId, input);
    const validTo = endOf(seat, await rulesOn(tx, council.id, from), input);
    const term = { seatId, personId, duty, validFrom: from, validTo };
    assertSeating(term, await termsOf(tx, council.id));
    if (!(await insertMembership(tx, { id: newId(), appointed, ...term }))) {
      throw new DomainError('seatTaken', { field: 'from' });
    }
    if (!(await credentialByEmail(tx, email))) await inviteToDesk(tx, context, personId);
    await recordAct(tx, context, {
      ...{ act: 'membership.give', subjectKind: 'person', subjectId: personId },
      reason: `${council.name}: ${duty}`,
    });
  });
}

/** Whoever sits for the residents lives in the wijk, known in a way that its scheme takes; whoever gives the seat may have seen it. */
async function livesThere(
  tx: Transaction,
  context: Context,
  { kind, areaId }: { kind: string; areaId: string },
  personId: string,
  { livesThere: seen }: NewMembership,
): Promise<void> {
  const checkedBy = context.actor.personId;
  if (kind !== 'buurtraad' || checkedBy === null) return;
  const accepted = (await schemeVersionOn(tx, areaId, context.today))?.sitResidence ?? residenceMethods;
  const known = await residenceMethodOf(tx, personId, areaId);
  if (!accepted.includes(known) && seen && checkedBy !== personId) {
    await settle(tx, context, { personId, areaId, method: 'inPerson', checkedBy, proofs: [] });
    assertSufficient('inPerson', accepted);
    return;
  }
  assertSufficient(known, accepted);
}

function assertSufficient(known: ResidenceMethod, accepted: readonly ResidenceMethod[]): void {
  if (!accepted.includes(known)) throw new DomainError('residenceUnseen', { field: 'livesThere' });
}

/** Whom an address is of; somebody new where a name is given. Throws 'personUnknown'. */
async function personBehind(
  tx: Transaction,
  { now, newId }: Context,
  { email, name }: NewMembership,
): Promise<string> {
  const known = await personByEmail(tx, email);
  if (known?.endedAt || (!known && name === '')) throw new DomainError('personUnknown', { field: 'email' });
  return known?.id ?? ensurePerson(tx, { id: newId(), email, name, createdAt: now });
}

/** The first day after the term, within the seat and the longest term; null where neither has an end. */
function endOf(
  seat: { validFrom: CalendarDate; validTo: CalendarDate | null },
  rules: { termYears: number } | undefined,
  { from, lastDay }: NewMembership,
): CalendarDate | null {
  const longest = rules ? termEnd(from, rules.termYears) : null;
  const end = [longest, seat.validTo].filter((day) => day !== null).sort()[0] ?? null;
  const latest = end ? addDays(end, -1) : windows.other.latest;
  assertWithin({ earliest: seat.validFrom, latest }, from, 'from');
  if (lastDay === null) return end;
  assertWithin({ earliest: from, latest }, lastDay, 'lastDay');
  return addDays(lastDay, 1);
}
