import { sql } from 'drizzle-orm';
import { mostFindings } from '~/domain/audit/check';
import { type ChecksResult } from '../../checks/run';
import { type ChainsRead } from '../../checks/ledger-chain';
import { chainCheck } from '../../checks/ledger-chain';
import { type Queryable, type Transaction } from '../../client';
import { checkResult, checkRun } from '../../schema';

/** Records that somebody wants something looked at. */
export async function insertCheckRun(db: Queryable, row: typeof checkRun.$inferInsert): Promise<void> {
  await db.insert(checkRun).values(row);
}

/** As `insertCheckRun`, and wakes the queue to do it. */
export async function queueCheckRun(tx: Transaction, row: typeof checkRun.$inferInsert): Promise<void> {
  await insertCheckRun(tx, row);
  await tx.execute(sql`select enqueue('run-checks', '{}'::json)`);
}

/** Records what a look brought; who comes second, after a crash or beside another, changes nothing. */
export async function insertCheckResult(
  db: Queryable,
  runId: string,
  endedAt: Date,
  looked: ChecksResult | ChainsRead,
): Promise<void> {
  const all = 'checks' in looked;
  const found = all ? looked.found : looked.found.map((each) => ({ check: chainCheck.id, ...each }));
  const kept = found.slice(0, mostFindings);
  await db
    .insert(checkResult)
    .values({
      ...{ runId, endedAt },
      checks: all ? looked.checks : looked.journals,
      entries: all ? null : looked.entries,
      violations: found.length,
      found: kept.map(({ check, subject, detail }) => ({ check, subject, detail })),
    })
    .onConflictDoNothing();
}
