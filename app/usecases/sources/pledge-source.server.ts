import { isWijk } from '#db/reads/area/area';
import { transaction } from '#db/transaction';
import { type Booked, bookEntry } from '#db/writes/ledger/journal';
import { ensurePool, startEpoch } from '#db/writes/ledger/accounts';
import { assertMay } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { pledgeLegs } from '~/domain/ledger/rules';
import { type Cents } from '~/domain/money/cents';
import { bookedBy } from '../booking.server';
import { type Context } from '../context.server';
import { sourceFor } from './parts/source.server';

/**
 * A source promises `cents` to one wijk for the source's own year: from now on the wijk can decide about it.
 * Throws 'notFound', 'choiceInvalid' (no wijk), 'earmarkedElsewhere', 'amountInvalid', 'keyReused', 'periodClosed' (also
 * when the source's own year is closed), and the refusals of 'money.pledge'.
 */
export async function pledgeSource(
  context: Context,
  input: { sourceId: string; areaId: string; cents: Cents; key: string },
): Promise<Booked> {
  const { db, actor } = context;
  assertMay(actor, 'money.pledge', { areaId: input.areaId });
  return transaction(
    db,
    async (tx) => {
      const { sourceId, areaId, cents } = input;
      if (!(await isWijk(tx, areaId))) throw new DomainError('choiceInvalid', { field: 'areaId' });
      const source = await sourceFor(tx, sourceId, [areaId]);
      const pool = { areaId, year: source.year };
      await ensurePool(tx, pool);
      const booking = bookedBy(context, 'money.pledge', source.name);
      const booked = await bookEntry(tx, booking, {
        areaId,
        kind: 'pledge',
        key: input.key,
        request: { sourceId, cents },
        legs: async () => pledgeLegs([{ sourceId, cents }], pool),
      });
      if (!booked.again) await startEpoch(tx, pool, booked.entryId);
      return booked;
    },
    { keyed: true },
  );
}
