import { createHash } from 'node:crypto';
import postgres from 'postgres';

/** Does `work` on a plain connection of its own. */
export async function ask<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

/** Every row of every table, as a number and a hash of their text. */
export function contentsOf(url: string): Promise<Record<string, string>> {
  return ask(url, async (sql) => {
    const tables = await sql<{ name: string }[]>`select tablename as name from pg_tables
      where schemaname = 'public' order by 1`;
    const found: Record<string, string> = {};
    for (const { name } of tables) {
      const rows = await sql.unsafe<{ line: string }[]>(
        `select each::text as line from public."${name}" each order by 1`,
      );
      const text = rows.map(({ line }) => line).join('\n');
      found[name] = `${rows.length} ${createHash('sha256').update(text).digest('hex')}`;
    }
    for (const { name } of await sql<{ name: string }[]>`select sequencename as name from pg_sequences
      where schemaname = 'public'`) {
      const [at] = await sql.unsafe(`select last_value, is_called from public."${name}"`);
      found[name] = `${at?.last_value} ${at?.is_called}`;
    }
    return found;
  });
}

/** What waits in the queue, without the numbers that the queue gives. */
export const jobsOf = (url: string) =>
  ask(url, (sql) =>
    sql.unsafe(`select identifier, payload, queue_name, run_at, max_attempts, priority, key, flags
    from graphile_worker._private_jobs jobs join graphile_worker._private_tasks tasks on tasks.id = task_id
      left join graphile_worker._private_job_queues queues on queues.id = job_queue_id order by jobs.id`),
  );

/** The tables in the database, whoever made them. */
export const tablesOf = (url: string) =>
  ask(
    url,
    (sql) => sql`select schemaname, tablename from pg_tables where schemaname not like 'pg\_%'
    and schemaname <> 'information_schema' order by 1, 2`,
  );
