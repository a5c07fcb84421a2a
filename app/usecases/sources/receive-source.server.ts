import { sourceById } from '#db/reads/ledger/account';
import { transaction } from '#db/transaction';
import { type Booked, bookEntry } from '#db/writes/ledger/journal';
import { assertMay } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { receiptLegs } from '~/domain/ledger/rules';
import { type Cents } from '~/domain/money/cents';
import { bookedBy } from '../booking.server';
import { type Context } from '../context.server';

/**
 * Promised money of a source arrives at the bank (ONTVANGST), in the journal of the whole gemeente.
 * Throws 'notFound', 'amountInvalid', 'poolInsufficient' (more than was promised), 'keyReused', 'periodClosed', and
 * the refusals of 'money.receive'.
 */
export async function receiveSource(
  context: Context,
  { sourceId, cents, key }: { sourceId: string; cents: Cents; key: string },
): Promise<Booked> {
  const { db, actor } = context;
  assertMay(actor, 'money.receive');
  return transaction(
    db,
    async (tx) => {
      const source = await sourceById(tx, sourceId);
      if (!source) throw new DomainError('notFound', { field: 'sourceId' });
      const booking = bookedBy(context, 'money.receive', source.name);
      return bookEntry(tx, booking, {
        areaId: null,
        kind: 'receipt',
        key,
        request: { sourceId, cents },
        legs: async () => receiptLegs([{ sourceId, cents }]),
      });
    },
    { keyed: true },
  );
}
