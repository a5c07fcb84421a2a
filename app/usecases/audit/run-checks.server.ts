import { readChains } from '#db/checks/ledger-chain';
import { runChecks } from '#db/checks/run';
import { type Database } from '#db/client';
import { openChecks } from '#db/reads/audit/check';
import { insertCheckResult } from '#db/writes/audit/check';

type Worker = { db: Database; now: () => Date };

/** Looks at what was asked to be looked at, the oldest first, and keeps what it brought. */
export async function runAskedChecks({ db, now }: Worker): Promise<void> {
  for (const { id, scope } of await openChecks(db)) {
    const looked = scope === 'all' ? await runChecks(db) : await atOneMoment(db);
    await insertCheckResult(db, id, now(), looked);
  }
}

/** Also while others book. */
const atOneMoment = (db: Database) =>
  db.transaction((tx) => readChains(tx), { isolationLevel: 'repeatable read', accessMode: 'read only' });
