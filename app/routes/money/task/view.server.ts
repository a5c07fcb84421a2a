import { z } from 'zod';
import { statementFaults } from '#db/reads/payments/chain';
import { statementsOfFile } from '#db/reads/payments/statement';
import { taskById } from '#db/reads/payments/task';
import { calendarDate, calendarDateIn } from '~/domain/calendar';
import { DomainError } from '~/domain/errors';
import { cents } from '~/domain/money/cents';
import { type Visit } from '~/http/visit.server';
import { paths } from '~/paths';

type Task = Awaited<ReturnType<typeof askedTask>>;

/** The task in the address. Throws 'notFound'. */
export async function askedTask({ params: { id }, context: { db } }: Visit) {
  const asked = z.uuid().safeParse(id);
  const found = asked.success ? await taskById(db, asked.data) : undefined;
  if (!found) throw new DomainError('notFound');
  return { ...found, askedOn: calendarDateIn(found.askedAt) };
}

/** What a task brought that must be told before one goes on. */
export type TaskNotes = Awaited<ReturnType<typeof notesOf>>;

/**
 * What a task brought: where one sees it (the one statement of a file, else all of them, or the end of the year), and what
 * must be told first; null if nothing.
 */
export async function resultOf({ context: { db } }: Visit, { kind, year, fileId }: Task) {
  if (kind === 'yearEnd') return { href: paths.yearEnd.show(year ?? ''), notes: null };
  const read = await statementsOfFile(db, fileId ?? '');
  const [first, ...more] = read;
  const href =
    first && more.length === 0
      ? `${paths.payments.statement(first.id)}?gedaan=done`
      : paths.payments.statements;
  const notes = await notesOf(db, read);
  const isTold = notes.otherAccounts.length > 0 || notes.statements.length > 0;
  return { href, notes: isTold ? notes : null };
}

/** The other accounts in the file, and the statements of it that do not fit with the others. */
async function notesOf(db: Visit['context']['db'], read: Awaited<ReturnType<typeof statementsOfFile>>) {
  const faults = await statementFaults(
    db,
    read.map(({ iban }) => iban),
  );
  const statements = read.flatMap(({ id, statementId }) => {
    const own = faults.get(id) ?? [];
    return own.length > 0 ? [{ id, statementId, faults: own }] : [];
  });
  return { otherAccounts: read[0]?.otherAccounts ?? [], statements };
}

/** Why a task was refused, in words, and the line or statement that stood in the way. */
export function refusalOf({ t }: Visit, { refusal, detail }: Task) {
  const code = refusal ?? 'alreadyDone';
  const { bookedOn, cents: amount, statement } = detail;
  const line =
    bookedOn === undefined || amount === undefined
      ? null
      : { bookedOn: calendarDate(String(bookedOn)), cents: cents(BigInt(amount)) };
  return { code, text: t(`error.${code}`, detail), line, statement: statement ?? null };
}
