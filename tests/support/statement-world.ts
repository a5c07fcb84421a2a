import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { beforeAll } from 'vitest';
import { expectedMoney } from '#db/reads/payments/bank';
import { statementLines } from '#db/reads/payments/statement';
import { taskById } from '#db/reads/payments/task';
import { bankStatement, source } from '#db/schema';
import { type Cents } from '~/domain/money/cents';
import { askStatement } from '~/usecases/payments/ask-statement.server';
import { runMoneyTasks } from '~/usecases/money/run-money-tasks.server';
import { bytesOf, camtOf, type Movement, type TestStatement } from './camt';
import { useChecks } from './checks';
import { useDatabase } from './database';
import { euros, makeWijk, pledged } from './money-world';
import { makeOffice, type Office } from './payment-world';
import { refused } from './refused';

/**
 * A database with an office that reads bank statements, and what became of their lines. Closed with `useChecks`, unless they
 * are `loose`: statements that do not follow on each other.
 */
export function useStatements(how: 'following' | 'loose' = 'following') {
  const it = useDatabase();
  if (how === 'following') useChecks(it);
  let office: Office;
  beforeAll(async () => {
    office = await makeOffice(it);
  });

  const db = () => it.app.db;
  const on = '2026-05-29';
  const statement = (...lines: Movement[]): TestStatement => ({ id: randomUUID().slice(0, 18), lines });
  const ask = (...statements: TestStatement[]) =>
    askStatement(office.controller, bytesOf(camtOf(...statements)));

  /** Hands in a file and does the work; answers how the task ended. */
  async function read(...statements: TestStatement[]) {
    const id = await ask(...statements);
    await runMoneyTasks(office.controller);
    return taskById(db(), id);
  }

  /** What each line of a statement turned out to be, in order. */
  async function explained({ id }: TestStatement): Promise<(string | null)[]> {
    const [row] = await db().select().from(bankStatement).where(eq(bankStatement.statementId, id));
    const { rows } = await statementLines(db(), row?.id ?? '', { openOnly: false, page: 1 });
    return rows.map(({ matches }) => matches[0]?.kind ?? null);
  }

  async function entries(): Promise<number> {
    const [row] = await db().execute<{ count: number }>(
      sql`select count(*)::int as count from journal_entry`,
    );
    return row?.count ?? 0;
  }

  const sourceOf = async (id: string | undefined) => {
    const [row] = await db()
      .select()
      .from(source)
      .where(eq(source.id, id ?? ''));
    if (!row) throw new Error('no source');
    return row;
  };

  const openOf = async (id: string) => (await expectedMoney(db())).find((money) => money.id === id)?.open;

  async function receipt(amount: Cents, change: Partial<Movement> = {}) {
    const wijk = await makeWijk(it.owner.db);
    const [sourceId = ''] = await pledged(office.controller, wijk.areaId, [euros(500)]);
    const { code } = await sourceOf(sourceId);
    return { sourceId, line: { cents: amount, on, text: `Bijdrage ${code}`, ...change } };
  }

  return {
    it,
    get office() {
      return office;
    },
    db,
    on,
    refused,
    statement,
    read,
    explained,
    entries,
    openOf,
    receipt,
    ask,
    sourceOf,
  };
}
