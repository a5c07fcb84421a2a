import { desc, sql } from 'drizzle-orm';
import { type Queryable } from '../../client';
import { knownMigrations } from '../../known-migrations';
import { backupMark, mail } from '../../schema';

/** Versions and size of the database, and how many steps of its schema it had of those that this version knows. */
export async function databaseHealth(db: Queryable) {
  const [found] = await db.execute<{ server: string; bytes: string; done: string }>(
    sql`select current_setting('server_version') as server, bytes, migrations as done from database_state()`,
  );
  return {
    server: (found?.server ?? '').split(' ')[0] ?? '',
    bytes: Number(found?.bytes),
    migrations: { done: Number(found?.done), known: knownMigrations().length },
  };
}

export type FailedJob = {
  id: string;
  task: string;
  attempts: number;
  /** When the queue tries it again by itself; null when it gave up. */
  againAt: Date | null;
  lastError: string;
};

/** One that may begin again has an error of before, and no attempts. */
const hasFailed = sql`(last_error is not null and attempts > 0)`;

/** How much work of the queue waits, is at work and failed; and what failed, ten at most, what was given up first. */
export async function queueHealth(db: Queryable) {
  const [counts] = await db.execute<{ waiting: string; running: string; failed: string }>(
    sql`select count(*) filter (where not running and not ${hasFailed}) as waiting,
      count(*) filter (where running) as running,
      count(*) filter (where not running and ${hasFailed}) as failed from queue_jobs()`,
  );
  const failed = await db.execute<FailedJob>(
    sql`select id::text, task, attempts, last_error as "lastError",
        case when attempts < max_attempts then run_at end as "againAt"
      from queue_jobs() where not running and ${hasFailed}
      order by attempts < max_attempts, run_at, id limit 10`,
  );
  return {
    waiting: Number(counts?.waiting),
    running: Number(counts?.running),
    failed: Number(counts?.failed),
    jobs: [...failed],
  };
}

/** Letters that wait to be sent, and since a moment: how many went, and of how many sending failed. */
export async function mailHealth(db: Queryable, since: Date) {
  const [letters] = await db
    .select({
      waiting: sql<number>`count(*) filter (where ${mail.sentAt} is null and ${mail.body} is not null)::int`,
      sent: sql<number>`count(*) filter (where ${mail.sentAt} >= ${since.toISOString()}::timestamptz)::int`,
    })
    .from(mail);
  const [jobs] = await db.execute<{ failed: number }>(
    sql`select count(*)::int as failed from queue_jobs()
      where task = 'send-mail' and ${hasFailed} and created_at >= ${since.toISOString()}::timestamptz`,
  );
  return { waiting: letters?.waiting ?? 0, sent: letters?.sent ?? 0, failed: jobs?.failed ?? 0 };
}

/** The last backup that ended well; null when none ever did. */
export async function lastBackup(db: Queryable) {
  const [found] = await db.select().from(backupMark).orderBy(desc(backupMark.madeAt)).limit(1);
  return found ?? null;
}
