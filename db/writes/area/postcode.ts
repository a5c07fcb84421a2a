import { and, eq, isNull, sql } from 'drizzle-orm';
import { type PostcodePart } from '~/domain/area/postcode';
import { type Queryable, type Transaction } from '../../client';
import { postcodesInForce } from '../../reads/area/postcode';
import { postcodeFile, postcodeTask } from '../../schema';
import { sha256 } from '../hash';

type FileRow = Omit<typeof postcodeFile.$inferInsert, 'addresses' | 'sha256'>;

const portion = 5_000;

/**
 * Keeps what a file says of this gemeente; from now on that holds. Says whether it was other than what held before: the same
 * again is not kept, also when two read it in at the same time.
 */
export async function keepPostcodes(
  tx: Transaction,
  file: FileRow,
  parts: readonly PostcodePart[],
): Promise<boolean> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('postcodes', 0))`);
  const hash = sha256(JSON.stringify([file.year, parts.map((part) => Object.values(part))]));
  if ((await postcodesInForce(tx))?.sha256 === hash) return false;
  const addresses = parts.reduce((sum, part) => sum + part.addresses, 0);
  await tx.insert(postcodeFile).values({ ...file, addresses, sha256: hash });
  for (let from = 0; from < parts.length; from += portion) {
    const rows = JSON.stringify(parts.slice(from, from + portion));
    await tx.execute(sql`insert into postcode_part (file_id, postcode, from_number, to_number, code, addresses)
      select ${file.id}::uuid, postcode, "fromNumber", "toNumber", code, addresses
      from jsonb_to_recordset(${rows}::jsonb) as part (postcode text, "fromNumber" integer, "toNumber" integer, code text,
        addresses integer)`);
  }
  return true;
}

/** Records a file that waits on disk to be read, and wakes the queue. */
export async function insertPostcodeTask(
  tx: Transaction,
  row: typeof postcodeTask.$inferInsert,
): Promise<void> {
  await tx.insert(postcodeTask).values(row);
  await tx.execute(sql`select enqueue('postcode-tasks', '{}'::json)`);
}

type TaskState = Partial<typeof postcodeTask.$inferInsert>;

/** Writes how far a task is, or how it ended; once it ended nothing is written any more. */
export async function putPostcodeTask(db: Queryable, id: string, state: TaskState): Promise<void> {
  await db
    .update(postcodeTask)
    .set(state)
    .where(and(eq(postcodeTask.id, id), isNull(postcodeTask.endedAt)));
}
