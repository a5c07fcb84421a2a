import { randomUUID } from 'node:crypto';
import { runChecks } from '#db/checks/run';
import { transaction } from '#db/transaction';
import { insertCheckResult, insertCheckRun } from '#db/writes/audit/check';
import { openDatabase } from './database';

/**
 * `npm run checks`: runs every invariant and prints one line, `{"checks": n, "violations": 0}`; what was found goes to
 * stderr, and what came of it is kept for the page of health. Returns the exit code: 1 when anything is wrong.
 */
export async function checks(_args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const { db, close } = await openDatabase(env);
  try {
    const [id, askedAt] = [randomUUID(), new Date()];
    const result = await runChecks(db);
    await transaction(db, async (tx) => {
      await insertCheckRun(tx, { id, scope: 'all', askedAt });
      await insertCheckResult(tx, id, new Date(), result);
    });
    const { found, ...counts } = result;
    for (const row of found) console.error(JSON.stringify(row));
    console.log(`{"checks": ${counts.checks}, "violations": ${counts.violations}}`);
    return counts.violations === 0 ? 0 : 1;
  } finally {
    await close();
  }
}
