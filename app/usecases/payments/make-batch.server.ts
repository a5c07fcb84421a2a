import { payeesById } from '#db/reads/grants/payee';
import { paymentsTo } from '#db/reads/payments/batch';
import { recordAct } from '#db/writes/audit/audit';
import { insertBatch, lockPayments } from '#db/writes/payments/batch';
import { assertMay } from '~/domain/access/policy';
import { type CalendarDate } from '~/domain/calendar';
import { DomainError } from '~/domain/errors';
import { payeeBar } from '~/domain/money/payee';
import { executionDay, mostPayments } from '~/domain/money/payment';
import { assertWithin, windowFrom } from '~/domain/windows';
import { type Context } from '../context.server';
import { isBankHoliday } from '../holidays.server';
import { once } from '../once.server';

/**
 * Makes a batch of what waits for payment to these initiatives, each whole and to the payee of now; somebody else
 * approves it. A day on which no bank works becomes the next one. Answers its number. Throws 'nothingToPay' (nothing chosen, or it waits no longer or on another batch),
 * 'tooMany' (for one batch), 'noPayee', 'payeeUnconfirmed', 'confirmedByMaker', 'payeeChanged' (while the batch was made),
 * 'dateOutside' (a day before today, or more than a year ahead), and the refusals of 'batch.make'.
 */
export async function makeBatch(
  context: Context,
  { initiativeIds, executeOn }: { initiativeIds: readonly string[]; executeOn: CalendarDate },
): Promise<number> {
  const { actor, now, today, newId } = context;
  assertMay(actor, 'batch.make');
  assertWithin(windowFrom(today, 'payment'), executeOn, 'executeOn');
  const chosen = new Set(initiativeIds);
  if (chosen.size === 0) throw new DomainError('nothingToPay', { field: 'initiativeIds' });
  if (chosen.size > mostPayments) {
    throw new DomainError('tooMany', { field: 'initiativeIds', detail: { max: mostPayments } });
  }
  return once(context, 'batch.make', { initiativeIds: [...chosen], executeOn }, async (tx) => {
    await lockPayments(tx);
    const waiting = await paymentsTo(tx, [...chosen]);
    const lines = waiting.filter((row) => row.inBatch === null);
    if (lines.length < chosen.size) throw new DomainError('nothingToPay', { field: 'initiativeIds' });
    const payees = await payeesById(
      tx,
      lines.map(({ payeeId }) => payeeId),
    );
    const rows = lines.map(({ initiativeId, payeeId, cents }) => {
      const bar = payeeBar(payees.get(payeeId) ?? null, actor.personId);
      if (bar !== null || payeeId === null) {
        throw new DomainError(bar ?? 'noPayee', { field: 'initiativeIds' });
      }
      return { id: newId(), initiativeId, payeeId, cents };
    });
    const id = newId();
    const day = executionDay({ executeOn, approvedOn: null }, isBankHoliday);
    const batch = { id, executeOn: day, madeBy: actor.personId ?? '', madeAt: now };
    const number = await insertBatch(tx, batch, rows);
    await recordAct(tx, context, { act: 'batch.make', subjectKind: 'paymentBatch', subjectId: id });
    return number;
  });
}
