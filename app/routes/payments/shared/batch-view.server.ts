import { type payeesById } from '#db/reads/grants/payee';
import { type Batch, batchByNumber, type batchLines, type Waiting } from '#db/reads/payments/batch';
import { type Change, type Reported } from './batch-lines';
import { type CalendarDate, calendarDateIn } from '~/domain/calendar';
import { DomainError } from '~/domain/errors';
import { showIban } from '~/domain/money/iban';
import { payeeBar } from '~/domain/money/payee';
import { type Visit } from '~/http/visit.server';
import { numberIn } from '~/http/address.server';
import { bankDay } from '~/usecases/bank-days.server';
import { paths } from '~/paths';
import { storyOf } from '~/ui/payee-story';

type Payees = Awaited<ReturnType<typeof payeesById>>;
type Line = Awaited<ReturnType<typeof batchLines>>[number];

/** The batch in the address. Throws 'notFound'. */
export async function askedBatch(visit: Visit): Promise<Batch> {
  const found = await batchByNumber(visit.context.db, numberIn(visit));
  if (!found) throw new DomainError('notFound');
  return found;
}

/**
 * The day on which the bank is asked to pay: a day on which banks work, and none before the approval, since a bank takes no
 * day before the order.
 */
export function executionDay({ executeOn, judgedAt, verdict }: Batch): CalendarDate {
  const approvedOn = verdict === 'approved' && judgedAt ? calendarDateIn(judgedAt) : executeOn;
  return bankDay(approvedOn > executeOn ? approvedOn : executeOn);
}

/** A payment as people read it, and why this person cannot put it on a list. */
export function waitingRow({ context: { actor } }: Visit, row: Waiting, payees: Payees) {
  const { initiativeId, number, title, wijk, cents, inBatch } = row;
  const payee = payees.get(row.payeeId);
  return {
    ...{ initiativeId, number, title, wijk, cents, inBatch },
    payee: payee ? { iban: showIban(payee.iban), name: payee.name, story: storyOf(payee) } : null,
    bar: payeeBar(payee ?? null, actor.personId),
  };
}

/** A line of a batch with what became of it; of one that still waits, what changed since it was made. */
export function lineRow({ t }: Visit, line: Line, batch: Batch, waiting: readonly Waiting[], payees: Payees) {
  const { position, name, cents } = line;
  const payee = line.payeeId === null ? undefined : payees.get(line.payeeId);
  const reported: Reported = line.returned ? 'return' : line.confirmed ? 'payment' : 'none';
  const changed = batch.verdict === null && line.refund === null ? changeOf(line, waiting) : null;
  return {
    position,
    to: paidTo(line, t),
    name,
    cents,
    iban: showIban(line.iban),
    story: payee ? storyOf(payee) : null,
    reported,
    changed,
  };
}

/** What a line is for: an initiative, or money that goes back to its giver or to who sent it. */
function paidTo({ initiative, refund, source, cameById }: Line, t: Visit['t']) {
  if (initiative) return { title: initiative.title, href: paths.grants.show(initiative.number) };
  const title = t(`payment.refund.${refund ?? 'sender'}`, { source: source?.name });
  const href =
    refund === 'giver' ? paths.sources.show(source?.code ?? '') : paths.payments.parkedLine(cameById ?? '');
  return { title, href };
}

function changeOf(line: Line, waiting: readonly Waiting[]): Change | null {
  const now = waiting.find(({ initiativeId }) => initiativeId === line.initiativeId);
  if (!now) return 'gone';
  if (now.cents !== line.cents) return 'amount';
  return now.payeeId === line.payeeId ? null : 'payee';
}
