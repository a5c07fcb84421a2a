import { keyWasBooked } from '#db/reads/ledger/journal';
import { reservedPoolOf } from '#db/reads/grants/reservation';
import { type Transaction } from '#db/client';
import { transaction } from '#db/transaction';
import { lockItem } from '#db/writes/council/meeting';
import { lockInitiative } from '#db/writes/initiative/initiative';
import { assertMay } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { bookedBy } from '../booking.server';
import { type Context } from '../context.server';
import { assertOpenItem, type ItemState, stateOfItem } from '../council/parts/item.server';
import { reserve } from './parts/grant.server';
import { poolFor } from './parts/reserved.server';

/**
 * Sets the proposed amount of an agenda item apart before its decision, so that no other decision can use it
 * (RESERVERING). Throws 'notFound', 'alreadyDone' (decided, or set apart before), 'wrongState' (the meeting is over, or the
 * initiative is not before this council), 'aboveMandate', 'poolInsufficient', 'keyReused', and the refusals of
 * 'money.reserve'. domain.md §2.3.
 */
export async function reserveMoney(
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
      if (!(await keyWasBooked(tx, key))) {
        await assertReservable(tx, {
          ...state,
          initiative: { ...state.initiative, state: initiative.state },
        });
      }
      const booking = bookedBy(context, 'money.reserve', initiative.title);
      const poolId = await poolFor(tx, booking, initiative);
      const { proposedCents: cents } = state.item;
      await reserve(tx, booking, { initiativeId: initiative.id, poolId, cents, key });
    },
    { keyed: true },
  );
}

async function assertReservable(tx: Transaction, state: ItemState): Promise<void> {
  assertOpenItem(state);
  if (state.above !== null) throw new DomainError('aboveMandate');
  if (await reservedPoolOf(tx, state.initiative.id)) throw new DomainError('alreadyDone');
}
