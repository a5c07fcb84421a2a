import { afterAll, expect } from 'vitest';
import { runChecks } from '#db/checks/run';
import { type Database } from '#db/client';
import { type TestDatabase } from './database';

/** Fails, naming the rows, when anything in the database breaks an invariant (reliability.md L1). */
export async function expectCoherent(db: Database): Promise<void> {
  expect((await runChecks(db)).found).toEqual([]);
}

/** Closes a test file with `expectCoherent`; call it right after `useDatabase()`. */
export function useChecks(database: TestDatabase): void {
  afterAll(() => expectCoherent(database.owner.db));
}
