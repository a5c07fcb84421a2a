import { z } from 'zod';
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

/** Where one sees what a task brought: the one statement of a file, else all of them, or the end of the year. */
export async function resultOf({ context: { db } }: Visit, { kind, year, fileId }: Task): Promise<string> {
  if (kind === 'yearEnd') return paths.yearEnd.show(year ?? '');
  const [first, ...more] = await statementsOfFile(db, fileId ?? '');
  return first && more.length === 0
    ? `${paths.payments.statement(first.id)}?gedaan=done`
    : paths.payments.statements;
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
