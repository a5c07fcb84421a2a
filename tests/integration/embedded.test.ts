import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, describe, expect, test } from 'vitest';
import { startEmbedded, type Embedded } from '#db/embedded';
import { keepEmbedded } from '#db/keep-embedded';

const dir = mkdtempSync(join(tmpdir(), 'wijkkas-embedded-'));
let running: Embedded | undefined;

afterAll(async () => {
  await running?.stop();
  rmSync(dir, { recursive: true, force: true });
});

const ask = async <T>(url: string, work: (sql: postgres.Sql) => Promise<T>) => {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 1 });
  }
};
const pidFile = join(dir, 'postgres', 'postmaster.pid');
const postmaster = () => Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
const isThere = (url: string) =>
  ask(url, (sql) => sql`select 1`).then(
    () => true,
    () => false,
  );

/** How many sessions work for ever. */
const endless = async (sql: postgres.Sql) => {
  const found = await sql`select from pg_stat_activity where state = 'active' and query like 'do %loop%'`;
  return found.length;
};

describe('the database that comes with the packages', () => {
  test('three that start at once on an empty folder share one server', async () => {
    const all = await Promise.all([startEmbedded(dir), startEmbedded(dir), startEmbedded(dir)]);
    running = all[0];
    expect(new Set(all.map(({ url }) => url)).size).toBe(1);
  });

  test('wants a password', async () => {
    const url = new URL(running?.url ?? '');
    url.password = 'geraden';
    await expect(ask(url.toString(), (sql) => sql`select 1`)).rejects.toThrow(
      /password authentication failed/,
    );
  });

  test('comes back with everything committed after kill -9', async () => {
    await ask(running?.url ?? '', (sql) =>
      sql.unsafe('create table kept (n int); insert into kept values (42)'),
    );
    process.kill(postmaster(), 'SIGKILL');
    running = await startEmbedded(dir);
    const [row] = await ask(running.url, (sql) => sql`select n from kept`);
    expect(row?.n).toBe(42);
  });

  test.skipIf(process.platform !== 'linux')(
    'is started again where it was, whatever the killed one left behind (skipped where it is no Linux)',
    async () => {
      const { url = '' } = running ?? {};
      const heard: unknown[] = [];
      const keeper = keepEmbedded(dir, url, (what) => heard.push(what));
      // A child that never looks up from its work, and somebody else who has the number in the pid file by now.
      const busy = ask(url, (sql) => sql`do $$ begin loop end loop; end $$`).catch(() => undefined);
      const { uid, gid } = statSync(join(dir, 'postgres'));
      const stranger = spawn('sleep', ['60'], { uid, gid });
      await expect.poll(() => ask(url, endless)).toBe(1);
      process.kill(postmaster(), 'SIGKILL');
      const rest = readFileSync(pidFile, 'utf8').split('\n').slice(1);
      writeFileSync(pidFile, [stranger.pid, ...rest].join('\n'));
      await expect.poll(() => isThere(url), { timeout: 30_000 }).toBe(true);
      await expect.poll(() => heard).toEqual(['gone', 'back']);
      await Promise.all([keeper.stop(), busy]);
      stranger.kill();
    },
  );

  test('is left alone by a keeper that was stopped', async () => {
    const { url = '' } = running ?? {};
    const keeper = keepEmbedded(dir, url, () => undefined);
    await keeper.stop();
    process.kill(postmaster(), 'SIGKILL');
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(await isThere(url)).toBe(false);
    running = await startEmbedded(dir);
    expect(running.url).toBe(url);
  });

  test('stays up while somebody else is connected, stops with the last', async () => {
    const sql = postgres(running?.url ?? '', { max: 1 });
    await sql`select 1`;
    await running?.stop();
    const [row] = await sql`select 1 as here`;
    expect(row?.here).toBe(1);
    await sql.end();
    await running?.stop();
    await expect
      .poll(() => ask(running?.url ?? '', (again) => again`select 1`).catch(() => 'gone'), {
        timeout: 10_000,
      })
      .toBe('gone');
  });
});
