import { giverRefund, parkedOf, type Refund } from '#db/reads/payments/parked';
import { type Queryable } from '#db/client';
import { recordAct } from '#db/writes/audit/audit';
import { insertBatch, lockPayments } from '#db/writes/payments/batch';
import { assertMay } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { executionDay } from '~/domain/money/payment';
import { type Context } from '../context.server';
import { isBankHoliday } from '../holidays.server';
import { once } from '../once.server';

/** What goes back: the rest of a source, to its giver, or a movement that was set apart, to who sent it. */
export type Refunded = { refund: 'giver'; sourceId: string } | { refund: 'sender'; lineId: string };

/**
 * What would go back, to whom and how much in cents: always all of it, and always to the account that it came from.
 * Throws 'nothingToPay' (nothing waits to go back, or it is on a list), 'noPayee' (no statement told of that account).
 */
export async function refundOf(db: Queryable, of: Refunded): Promise<Refund> {
  if (of.refund === 'giver') {
    const due = await giverRefund(db, of.sourceId);
    if (!due) throw new DomainError('nothingToPay');
    const { from, cents } = due;
    if (!from?.iban) throw new DomainError('noPayee');
    const { id: cameById, iban } = from;
    return { ...of, cameById, iban, name: from.name ?? due.funder, cents };
  }
  const apart = await parkedOf(db, of.lineId);
  if (!apart || apart.cents < 0n) throw new DomainError('nothingToPay');
  const { counterIban: iban, counterName, source, cents } = apart;
  if (!iban) throw new DomainError('noPayee');
  return {
    refund: 'sender',
    sourceId: source.id,
    cameById: of.lineId,
    iban,
    name: counterName ?? iban,
    cents,
  };
}

/**
 * Makes a list of one payment that sends money back; somebody else approves it. Answers its number. Throws as `refundOf`
 * does, and the refusals of 'batch.make'.
 */
export async function makeRefund(context: Context, of: Refunded): Promise<number> {
  const { actor, now, today, newId } = context;
  assertMay(actor, 'batch.make');
  return once(context, 'batch.make', of, async (tx) => {
    await lockPayments(tx);
    const { refund, sourceId, cameById, cents } = await refundOf(tx, of);
    const id = newId();
    const executeOn = executionDay({ executeOn: today, approvedOn: null }, isBankHoliday);
    const batch = { id, executeOn, madeBy: actor.personId ?? '', madeAt: now };
    const number = await insertBatch(tx, batch, [{ id: newId(), refund, sourceId, cameById, cents }]);
    await recordAct(tx, context, { act: 'batch.make', subjectKind: 'paymentBatch', subjectId: id });
    return number;
  });
}
