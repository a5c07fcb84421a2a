import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { databaseHealth, lastBackup, mailHealth, queueHealth } from '#db/reads/site/health';
import { auditPage } from '#db/reads/audit/entry';
import { mail } from '#db/schema';
import { backup } from '~/cli/backup';
import { markBackup } from '#db/backup/mark';
import { type Manifest } from '#db/backup/manifest';
import { migrateQueue } from '#db/migrate';
import { type Context } from '~/usecases/context.server';
import { retryJob } from '~/usecases/site/retry-job.server';
import { administrator } from '../support/administrator';
import { freshDatabase, useDatabase } from '../support/database';
import { controllerAtWork, raw } from '../support/money-world';

const database = useDatabase();
const empty = freshDatabase();
const db = () => database.app.db;
let admin: Context;

beforeAll(async () => {
  admin = await administrator(database);
  await migrateQueue(database.url);
});

/** Puts a job in the queue as one that failed so often. */
async function failed(task: string, attempts: number, error = 'connect ECONNREFUSED'): Promise<string> {
  const [job] = await database.owner.db.execute<{ id: string }>(
    sql`select id::text from graphile_worker.add_job(${task}, '{}'::json, max_attempts => 3)`,
  );
  const id = job?.id ?? '';
  await raw(
    database.owner.db,
    `update graphile_worker._private_jobs set attempts = ${attempts}, last_error = '${error}' where id = ${id}`,
  );
  return id;
}

describe('the queue', () => {
  test('tells what waits and what failed, what was given up first', async () => {
    const before = await queueHealth(db());
    expect(before.jobs).toEqual([]);
    await database.owner.db.execute(sql`select enqueue('tidy', '{}'::json)`);
    const tried = await failed('tidy', 1);
    const givenUp = await failed('send-mail', 3);
    const after = await queueHealth(db());
    expect([after.waiting - before.waiting, after.running, after.failed]).toEqual([1, 0, 2]);
    expect(after.jobs).toMatchObject([
      { id: givenUp, task: 'send-mail', attempts: 3, againAt: null, lastError: 'connect ECONNREFUSED' },
      { id: tried, task: 'tidy', attempts: 1 },
    ]);
    expect(after.jobs[1]?.againAt).not.toBeNull();
  });

  test('does a job again once, whoever asks at the same moment, and it stands in the log', async () => {
    const id = await failed('money-tasks', 3);
    const answers = await Promise.allSettled([retryJob(admin, id), retryJob(admin, id), retryJob(admin, id)]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refused = answers.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
    expect(refused).toMatchObject([{ code: 'alreadyDone' }, { code: 'alreadyDone' }]);
    const { rows } = await auditPage(db(), { kind: 'job', subjectId: id }, 1);
    expect(rows.map(({ act, reason }) => [act, reason])).toEqual([['job.retry', 'money-tasks']]);
    expect((await queueHealth(db())).jobs.map((job) => job.id)).not.toContain(id);
  });

  test.each(['999999999', '1'])('refuses a job that did not fail or is not there: %s', async (id) => {
    await expect(retryJob(admin, id)).rejects.toMatchObject({ code: 'alreadyDone' });
  });

  test('is not for who is no administrator, nor to be read by the site itself', async () => {
    const id = await failed('tidy', 3);
    const controller = await controllerAtWork(database.owner.db, db());
    await expect(retryJob(controller, id)).rejects.toMatchObject({ code: 'notYourRole' });
    await expect(db().execute(sql`select payload from graphile_worker._private_jobs`)).rejects.toThrow();
  });
});

test('letters are counted: what waits, what went and what failed in a week', async () => {
  const before = await mailHealth(db(), new Date('2026-05-26T10:00:00Z'));
  const letter = (id: number, sentAt: string | null) => ({
    id: `00000000-0000-4000-8000-00000000000${id}`,
    ...{ kind: 'receipt' as const, recipient: 'a@b.example', subject: 'x', body: sentAt ? null : 'x' },
    ...{ createdAt: new Date('2026-05-01T10:00:00Z'), sentAt: sentAt ? new Date(sentAt) : null },
  });
  await db()
    .insert(mail)
    .values([letter(1, null), letter(2, '2026-06-01T10:00:00Z'), letter(3, '2026-05-20T10:00:00Z')]);
  const after = await mailHealth(db(), new Date('2026-05-26T10:00:00Z'));
  expect([after.waiting - before.waiting, after.sent - before.sent]).toEqual([1, 1]);
  expect((await mailHealth(db(), new Date(0))).failed).toBeGreaterThan(0);
});

test('the database has had every step that this version knows', async () => {
  const { migrations, bytes, server } = await databaseHealth(db());
  expect(migrations.done).toBe(migrations.known);
  expect(bytes).toBeGreaterThan(1_000_000);
  expect(server).toMatch(/^\d+/);
});

describe('a backup', () => {
  test('that ends well says so in the database: when, how much, and whether it is sealed', async () => {
    expect(await lastBackup(db())).toBeNull();
    const log = vi.spyOn(console, 'log').mockImplementation(() => {});
    const dir = join(mkdtempSync(join(tmpdir(), 'wijkkas-')), 'backup');
    const code = await backup([dir], { ...process.env, DATABASE_URL: database.url, BACKUP_KEY: '' });
    log.mockRestore();
    expect(code).toBe(0);
    const last = await lastBackup(db());
    expect(last?.sealed).toBe(false);
    expect(last?.rows).toBeGreaterThan(0);
    expect(last?.bytes).toBeGreaterThan(0);
  });

  test('of a database of before, which has no place for it, is no fault', async () => {
    const manifest = { madeAt: '2026-06-02T10:00:00Z', tables: [], sealed: true } as unknown as Manifest;
    expect(await markBackup(empty.url, { ...manifest, jobs: { rows: 0, bytes: 0 } } as Manifest)).toBe(false);
  });
});
