import { seatById, termsOf } from '#db/reads/council/administration';
import { recordAct } from '#db/writes/audit/audit';
import { closeSeatOn } from '#db/writes/council/body';
import { assertMay } from '~/domain/access/policy';
import { addDays, type CalendarDate } from '~/domain/calendar';
import { DomainError } from '~/domain/errors';
import { assertWithin, windows } from '~/domain/windows';
import { type Context } from '../context.server';
import { heldCouncil } from './parts/council.server';
import { once } from '../once.server';

/**
 * Closes a seat after its last day, today at the earliest. Throws 'notFound', 'alreadyDone', 'dateOutside', 'seatFilled' (somebody
 * sits there longer), and the refusals of 'council.manage'.
 */
export async function closeSeat(
  context: Context,
  { seatId, lastDay }: { seatId: string; lastDay: CalendarDate },
): Promise<void> {
  const { actor, today } = context;
  assertMay(actor, 'council.manage');
  await once(context, 'council.manage', { seatId, lastDay }, async (tx) => {
    const seat = await seatById(tx, seatId);
    if (!seat) throw new DomainError('notFound');
    await heldCouncil(tx, seat.bodyId);
    if ((await seatById(tx, seatId))?.validTo !== null) throw new DomainError('alreadyDone');
    const earliest = seat.validFrom > today ? seat.validFrom : today;
    assertWithin({ ...windows.other, earliest }, lastDay, 'lastDay');
    const end = addDays(lastDay, 1);
    const terms = (await termsOf(tx, seat.bodyId)).filter((term) => term.seatId === seatId);
    if (terms.some(({ validTo }) => validTo === null || validTo > end)) {
      throw new DomainError('seatFilled', { field: 'lastDay' });
    }
    await closeSeatOn(tx, seatId, end);
    await recordAct(tx, context, { act: 'seat.close', subjectKind: 'body', subjectId: seat.bodyId });
  });
}
