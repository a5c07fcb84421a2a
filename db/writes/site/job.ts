import { sql } from 'drizzle-orm';
import { type Transaction } from '../../client';

/** Lets a job that failed begin again at once; answers what it is to do, or null when it did not fail or is gone. */
export async function retryFailedJob(tx: Transaction, id: string): Promise<string | null> {
  const [row] = await tx.execute<{ task: string | null }>(sql`select retry_job(${id}::bigint) as task`);
  return row?.task ?? null;
}
