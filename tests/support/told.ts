import { randomUUID } from 'node:crypto';
import { asc, eq } from 'drizzle-orm';
import { type Database } from '#db/client';
import { taskById } from '#db/reads/payments/task';
import { bankLine, bankStatement } from '#db/schema';
import { DomainError } from '~/domain/errors';
import { type Cents, negate } from '~/domain/money/cents';
import { type Context } from '~/usecases/context.server';
import { askStatement } from '~/usecases/payments/ask-statement.server';
import { runMoneyTasks } from '~/usecases/money/run-money-tasks.server';
import { bytesOf, camtOf, type Movement } from './camt';

/**
 * Lets the bank tell these movements on a statement of its own, which is read in; answers their lines, in order. Throws when
 * it was refused.
 */
export async function tell(context: Context, ...lines: Movement[]): Promise<string[]> {
  const taskId = await askStatement(context, bytesOf(camtOf({ id: randomUUID().slice(0, 18), lines })));
  await runMoneyTasks(context);
  const task = await ended(context.db, taskId);
  if (task.refusal) throw new DomainError(task.refusal as DomainError['code']);
  const rows = await context.db
    .select({ id: bankLine.id })
    .from(bankLine)
    .innerJoin(bankStatement, eq(bankStatement.id, bankLine.statementId))
    .where(eq(bankStatement.fileId, task.fileId ?? ''))
    .orderBy(asc(bankLine.position));
  return rows.map(({ id }) => id);
}

/** The task once it is done; a site that serves the same database may have taken it up first and be at it still. */
export async function ended(db: Database, taskId: string) {
  const patience = Date.now() + 60_000;
  while (Date.now() < patience) {
    const task = await taskById(db, taskId);
    if (task && task.endedAt !== null) return task;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the statement was not read');
}

type Ordered = { cents: Cents; endToEndId: string };

/** Lets the bank tell that it paid these orders. */
export async function tellPaid(context: Context, lines: readonly Ordered[]): Promise<void> {
  const on = context.today;
  await tell(context, ...lines.map(({ cents, endToEndId }) => ({ cents: negate(cents), on, endToEndId })));
}
