import { type Transaction } from '#db/client';
import { joinedInto } from '#db/reads/area/ground';
import { redrawArea, type Change } from '#db/writes/area/area';
import { together } from '~/domain/area/place';
import { type Area } from '~/domain/area/polygon';

/**
 * Draws a wijk: this outline and number of inhabitants, and with them those of the wijken that were joined into it. Says
 * whether anything changed.
 */
export async function drawWith(
  tx: Transaction,
  areaId: string,
  { outline, inhabitants }: { outline: Area; inhabitants: number | null },
): Promise<Change> {
  const joined = await joinedInto(tx, areaId);
  if (joined.length === 0) return redrawArea(tx, areaId, { outline, inhabitants });
  const counts = [inhabitants, ...joined.map((each) => each.inhabitants)];
  return redrawArea(tx, areaId, {
    outline: together([outline, ...joined.flatMap(({ ground }) => ground)]),
    inhabitants: counts.includes(null) ? null : counts.reduce<number>((sum, each) => sum + Number(each), 0),
  });
}
