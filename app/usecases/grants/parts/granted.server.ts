import { grantOf, type GrantRecord, kolomPerSource } from '#db/reads/grants/grant';
import { type Transaction } from '#db/client';
import { type CalendarDate, yearOf } from '~/domain/calendar';
import { DomainError } from '~/domain/errors';
import { type Grant } from '~/domain/ledger/settlement';
import { type TaskField, taskFieldOf } from '~/domain/ledger/task-field';

/** A grant to book on: what is known of it, how the domain sees it, and what all its entries have in common. */
export type GrantMoney = GrantRecord & { grant: Grant; of: { areaId: string; taskField: TaskField } };

/** The grant of an initiative as acts of `today` book on it. Throws 'notFound' when nothing was granted. */
export async function grantMoney(
  tx: Transaction,
  which: { number: number } | { id: string },
  today: CalendarDate,
): Promise<GrantMoney> {
  const found = await grantOf(tx, which);
  if (!found) throw new DomainError('notFound');
  const kolommen = await kolomPerSource(tx);
  const taskField = taskFieldOf(found.theme, yearOf(today));
  const pool = { areaId: found.area.id, year: found.year };
  const grant: Grant = {
    pool,
    grantId: found.initiativeId,
    taskField,
    kolomOf: (sourceId) => {
      const kolom = kolommen.get(sourceId);
      if (!kolom) throw new Error(`no source ${sourceId}`);
      return kolom;
    },
  };
  return { ...found, grant, of: { areaId: pool.areaId, taskField } };
}
