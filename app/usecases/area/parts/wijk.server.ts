import { type Transaction } from '#db/client';
import { gaveGroundOn, managedWijk, type ManagedWijk } from '#db/reads/area/manage';
import { lockAreas } from '#db/writes/area/area';
import { type CalendarDate } from '~/domain/calendar';
import { DomainError } from '~/domain/errors';

/** The wijk that an act changes, with all other changes of areas waiting. Throws 'notFound'. */
export async function wijkToChange(tx: Transaction, areaId: string): Promise<ManagedWijk> {
  await lockAreas(tx);
  const wijk = await managedWijk(tx, areaId);
  if (!wijk) throw new DomainError('notFound');
  return wijk;
}

/** The same, of a wijk that exists today and began before. Throws 'wrongState' where it does not. */
export async function wijkOfToday(
  tx: Transaction,
  areaId: string,
  today: CalendarDate,
): Promise<ManagedWijk> {
  const wijk = await wijkToChange(tx, areaId);
  if (wijk.validTo !== null || wijk.validFrom >= today) throw new DomainError('wrongState');
  return wijk;
}

/**
 * Refuses to end a wijk of which something went today: what it was composed of at its end could not be told from what went.
 * Throws 'wrongState'.
 */
export async function assertWhole(tx: Transaction, areaId: string, today: CalendarDate): Promise<void> {
  if (await gaveGroundOn(tx, areaId, today)) throw new DomainError('wrongState');
}
