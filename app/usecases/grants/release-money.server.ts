import { transaction } from '#db/transaction';
import { lockItem } from '#db/writes/council/meeting';
import { lockInitiative } from '#db/writes/initiative/initiative';
import { assertMay } from '~/domain/access/policy';
import { bookedBy } from '../booking.server';
import { type Context } from '../context.server';
import { assertOpenItem, stateOfItem } from '../council/parts/item.server';
import { releaseReserved } from './parts/reserved.server';

/**
 * Gives back what was set apart for an agenda item before its decision (VRIJGAVE); does nothing when nothing is.
 * Throws 'notFound', 'alreadyDone' (decided), 'wrongState' (the meeting is over, or the initiative is not before this
 * council), 'keyReused', and the refusals of 'money.reserve'. domain.md §2.3.
 */
export async function releaseMoney(
  context: Context,
  { itemId, key }: { itemId: string; key: string },
): Promise<void> {
  const { db, actor, today } = context;
  await transaction(
    db,
    async (tx) => {
      await lockItem(tx, itemId);
      const state = await stateOfItem(tx, itemId, today);
      assertMay(actor, 'money.reserve', { bodyId: state.council.id });
      const initiative = await lockInitiative(tx, { id: state.initiative.id });
      assertOpenItem({ ...state, initiative: { ...state.initiative, state: initiative.state } });
      const booking = bookedBy(context, 'money.reserve', initiative.title);
      await releaseReserved(tx, booking, initiative, key);
    },
    { keyed: true },
  );
}
