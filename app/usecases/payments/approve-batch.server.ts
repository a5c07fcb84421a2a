import { payeeOf, payeesById } from '#db/reads/grants/payee';
import { batchByNumber, batchLines } from '#db/reads/payments/batch';
import { isParked } from '#db/reads/payments/parked';
import { type Transaction } from '#db/client';
import { recordAct } from '#db/writes/audit/audit';
import { bookEntries, type EntryDraft } from '#db/writes/ledger/journal';
import { lockJournals } from '#db/writes/ledger/lock';
import { insertPaymentBookings, insertVerdict, lockPayments } from '#db/writes/payments/batch';
import { assertMay } from '~/domain/access/policy';
import { type CalendarDate } from '~/domain/calendar';
import { DomainError } from '~/domain/errors';
import { refundOrderLegs } from '~/domain/ledger/rules';
import { approvalBar } from '~/domain/money/payee';
import { type RefundKind } from '~/domain/money/refund';
import { bookedBy } from '../booking.server';
import { type Context } from '../context.server';
import { type GrantMoney, grantMoney } from '../grants/parts/granted.server';
import { paymentOrderDraft } from '../grants/parts/pay.server';
import { once } from '../once.server';

type Line = Awaited<ReturnType<typeof batchLines>>[number];

/**
 * Approves a batch that somebody else made, to accounts that somebody else recorded: every line is ordered from the bank
 * (BETAALOPDRACHT) or none. A line whose amount or payee changed since refuses the whole batch; one whose payee changes later
 * makes the approval fall (`batchState`). Throws 'notFound', 'samePerson', 'recordedByApprover', 'alreadyDone', 'batchStale',
 * 'periodClosed', and the refusals of 'batch.approve'. domain.md §6, reliability L3, BIO2 5.3.
 */
export async function approveBatch(context: Context, number: number): Promise<void> {
  const { actor, now, today } = context;
  assertMay(actor, 'batch.approve');
  await once(context, 'batch.approve', { number }, async (tx) => {
    await lockPayments(tx);
    const batch = await batchByNumber(tx, number);
    if (!batch) throw new DomainError('notFound');
    if (batch.madeBy === actor.personId) throw new DomainError('samePerson');
    if (batch.verdict !== null) throw new DomainError('alreadyDone');
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
  const grants = new Map<string, GrantMoney>();
  for (const { initiativeId } of lines) {
    if (initiativeId !== null) grants.set(initiativeId, await grantMoney(tx, { id: initiativeId }, today));
  }
  const isBack = lines.some(({ refund }) => refund !== null);
  await lockJournals(tx, [...(isBack ? [null] : []), ...[...grants.values()].map(({ area }) => area.id)]);
  const drafts: EntryDraft[] = [];
  for (const line of lines) {
    const { initiativeId, refund } = line;
    const money = initiativeId === null ? undefined : grants.get(initiativeId);
    const draft = money ? await grantDraft(tx, line, money) : refund && refundDraft(tx, { ...line, refund });
    if (!draft) throw new DomainError('batchStale');
    drafts.push({ ...draft, linkGroup: batchId });
  }
  return drafts;
}

async function grantDraft(tx: Transaction, line: Line, money: GrantMoney): Promise<EntryDraft> {
  const payee = await payeeOf(tx, money.initiativeId);
  if (payee?.id !== line.payeeId) throw new DomainError('batchStale');
  return paymentOrderDraft(tx, money, { cents: line.cents, key: `payment:${line.endToEndId}` });
}

/** The order to send back what a list says, as long as it still waits for that (TERUGBETAALOPDRACHT). */
function refundDraft(tx: Transaction, line: Line & { refund: RefundKind }): EntryDraft {
  const { refund, source, cents, cameById, endToEndId } = line;
  if (!source || !cameById) throw new Error(`line ${endToEndId} goes back to nobody`);
  return {
    areaId: null,
    kind: 'refundOrder',
    key: `payment:${endToEndId}`,
    request: { refund, sourceId: source.id, cents },
    legs: async () => {
      if (refund === 'sender' && !(await isParked(tx, cameById))) throw new DomainError('batchStale');
      return refundOrderLegs({ sourceId: source.id, cents }, refund);
    },
  };
}
