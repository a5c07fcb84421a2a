import { runChecks } from '#db/checks/run';
import { openDatabase } from './database';

/**
 * `npm run checks`: runs every invariant and prints one line, `{"checks": n, "violations": 0}`; what was found goes to
 * stderr. Returns the exit code: 1 when anything is wrong.
 */
export async function checks(_args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const { db, close } = await openDatabase(env);
  try {
    const { found, ...counts } = await runChecks(db);
    for (const row of found) console.error(JSON.stringify(row));
    console.log(`{"checks": ${counts.checks}, "violations": ${counts.violations}}`);
    return counts.violations === 0 ? 0 : 1;
  } finally {
    await close();
  }
}
