import { payeeOf, payeesById } from '#db/reads/grants/payee';
import { batchByNumber, batchLines } from '#db/reads/payments/batch';
import { type Transaction } from '#db/client';
import { recordAct } from '#db/writes/audit/audit';
import { bookEntries, type EntryDraft } from '#db/writes/ledger/journal';
import { lockJournals } from '#db/writes/ledger/lock';
import { insertPaymentBookings, insertVerdict, lockPayments } from '#db/writes/payments/batch';
import { assertMay } from '~/domain/access/policy';
import { type CalendarDate } from '~/domain/calendar';
import { DomainError } from '~/domain/errors';
import { approvalBar } from '~/domain/money/payee';
import { bookedBy } from '../booking.server';
import { type Context } from '../context.server';
import { grantMoney } from '../grants/parts/granted.server';
import { paymentDraft } from '../grants/parts/pay.server';
import { once } from '../once.server';

type Line = Awaited<ReturnType<typeof batchLines>>[number];

/**
 * Approves a batch that somebody else made, to accounts that somebody else recorded: every line is booked (BETALING) or none.
 * A line whose amount or payee changed since refuses the whole batch; one whose payee changes later makes the approval fall
 * (`batchState`). Throws 'notFound', 'samePerson', 'recordedByApprover', 'alreadyDone', 'batchStale', 'periodClosed', and the
 * refusals of 'batch.approve'. domain.md §6, reliability L3, BIO2 5.3.
 */
export async function approveBatch(context: Context, number: number): Promise<void> {
  const { actor, now, today } = context;
  assertMay(actor, 'batch.approve');
  await once(context, 'batch.approve', { number }, async (tx) => {
    await lockPayments(tx);
    const batch = await batchByNumber(tx, number);
    if (!batch) throw new DomainError('notFound');
    if (batch.madeBy === actor.personId) throw new DomainError('samePerson');
    const by = actor.personId ?? '';
    const { id: batchId, madeBy } = batch;
    const lines = await batchLines(tx, batchId);
    const payees = await payeesById(
      tx,
      lines.map(({ payeeId }) => payeeId),
    );
    const bar = approvalBar(payees.values(), actor.personId);
    if (bar !== null) throw new DomainError(bar);
    await insertVerdict(tx, { batchId, verdict: 'approved', madeBy, by, at: now });
    const drafts = await draftsOf(tx, lines, { today, batchId });
    const booking = bookedBy(context, 'batch.approve', `Betaallijst ${number}`);
    const booked = await bookEntries(tx, booking, drafts);
    await insertPaymentBookings(
      tx,
      lines.map((line, index) => ({ lineId: line.id, entryId: booked[index]?.entryId ?? 0n })),
    );
    const subject = { subjectKind: 'paymentBatch', subjectId: batchId } as const;
    await recordAct(tx, context, { act: 'batch.approve', ...subject });
  });
}

async function draftsOf(
  tx: Transaction,
  lines: readonly Line[],
  { today, batchId }: { today: CalendarDate; batchId: string },
): Promise<EntryDraft[]> {
  const grants = [];
  for (const { initiativeId } of lines) grants.push(await grantMoney(tx, { id: initiativeId }, today));
  await lockJournals(
    tx,
    grants.map(({ area }) => area.id),
  );
  const drafts: EntryDraft[] = [];
  for (const [index, line] of lines.entries()) {
    const money = grants[index];
    const payee = await payeeOf(tx, line.initiativeId);
    if (!money || payee?.id !== line.payeeId) throw new DomainError('batchStale');
    const draft = paymentDraft(tx, money, { cents: line.cents, key: `payment:${line.endToEndId}` });
    drafts.push({ ...draft, linkGroup: batchId });
  }
  return drafts;
}
