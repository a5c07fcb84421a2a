import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, describe, expect, test } from 'vitest';
import { startEmbedded, type Embedded } from '#db/embedded';

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
const postmaster = () => Number(readFileSync(join(dir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);

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
