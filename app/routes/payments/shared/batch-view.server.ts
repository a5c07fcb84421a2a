import { type payeesById } from '#db/reads/grants/payee';
import { type Batch, batchByNumber, type batchLines, type Waiting } from '#db/reads/payments/batch';
import { type lastReturns } from '#db/reads/payments/returns';
import { type Change, type Reported } from './batch-lines';
import { type CalendarDate, calendarDateIn } from '~/domain/calendar';
import { DomainError } from '~/domain/errors';
import { showIban } from '~/domain/money/iban';
import { executionDay } from '~/domain/money/payment';
import { payeeBar } from '~/domain/money/payee';
import { type Visit } from '~/http/visit.server';
import { numberIn } from '~/http/address.server';
import { isBankHoliday } from '~/usecases/holidays.server';
import { paths } from '~/paths';
import { storyOf } from '~/ui/payee-story';

type Payees = Awaited<ReturnType<typeof payeesById>>;
type Returns = Awaited<ReturnType<typeof lastReturns>>;
type Line = Awaited<ReturnType<typeof batchLines>>[number];

/** The batch in the address. Throws 'notFound'. */
export async function askedBatch(visit: Visit): Promise<Batch> {
  const found = await batchByNumber(visit.context.db, numberIn(visit));
  if (!found) throw new DomainError('notFound');
  return found;
}

/** The day on which the bank is asked to pay a batch. */
export function dayOfPayment({ executeOn, judgedAt, verdict }: Batch): CalendarDate {
  const approvedOn = verdict === 'approved' && judgedAt ? calendarDateIn(judgedAt) : null;
  return executionDay({ executeOn, approvedOn }, isBankHoliday);
}

/** A payment as people read it, whether it came back before, and why this person cannot put it on a list. */
export function waitingRow({ context: { actor } }: Visit, row: Waiting, payees: Payees, back: Returns) {
  const { initiativeId, number, title, wijk, cents, inBatch } = row;
  const payee = payees.get(row.payeeId);
  return {
    ...{ initiativeId, number, title, wijk, cents, inBatch },
    payee: payee ? { iban: showIban(payee.iban), name: payee.name, story: storyOf(payee) } : null,
    cameBack: back.get(initiativeId) ?? null,
    bar: payeeBar(payee ?? null, actor.personId),
  };
}

/** What a batch is read with: what still waits of it, its accounts and what came back. */
type Beside = { waiting: readonly Waiting[]; payees: Payees; back: Returns };

/** A line of a batch with what became of it, and what changed since it was made or approved. */
export function lineRow({ t }: Visit, line: Line, batch: Batch, { waiting, payees, back }: Beside) {
  const { position, name, cents } = line;
  const payee = line.payeeId === null ? undefined : payees.get(line.payeeId);
  const reported = reportedOf(line);
  const changed = batch.verdict === null && line.refund === null ? changeOf(line, waiting) : null;
  const fell = batch.state === 'fallen' && reported === 'none' && line.payeeChanged;
  return {
    position,
    to: paidTo(line, t),
    name,
    cents,
    iban: showIban(line.iban),
    story: payee ? storyOf(payee) : null,
    reported,
    cameBack: back.get(line.id) ?? null,
    changed: fell ? ('payee' as const) : changed,
  };
}

/** What a line is for: an initiative, or money that goes back to its giver, or to who sent it on some statement. */
function paidTo({ initiative, refund, source, cameOn }: Line, t: Visit['t']) {
  if (initiative) return { title: initiative.title, href: paths.grants.show(initiative.number) };
  const title = t(`payment.refund.${refund ?? 'sender'}`, { source: source?.name });
  const href =
    refund === 'giver' ? paths.sources.show(source?.code ?? '') : paths.payments.statement(cameOn ?? '');
  return { title, href };
}

function reportedOf({ returned, confirmed, undone }: Line): Reported {
  if (returned) return 'return';
  if (confirmed) return 'payment';
  return undone ? 'undone' : 'none';
}

function changeOf(line: Line, waiting: readonly Waiting[]): Change | null {
  const now = waiting.find(({ initiativeId }) => initiativeId === line.initiativeId);
  if (!now) return 'gone';
  if (now.cents !== line.cents) return 'amount';
  return now.payeeId === line.payeeId ? null : 'payee';
}
