import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { type Figure } from '../figure';
import { longest } from './kills';
import { type OwnServer } from './own-server';
import { type FaultSizes, underWriters } from './under-writers';

type Shortage = FaultSizes & { times: number; seconds: number };

/** K3: the disk of the database is full for a while; `server` stands on a `smallDisk`. */
export function fillDisk(server: OwnServer, { times, seconds, ...sizes }: Shortage): Promise<Figure> {
  const ballast = join(server.folder, 'ballast');
  return underWriters('K3 disk full', server, sizes, async ({ site, goesOn }) => {
    const back: number[] = [];
    while (back.length < times && (await goesOn(500, 2_000))) {
      fill(ballast);
      await sleep(seconds * 1_000);
      rmSync(ballast);
      const freed = performance.now();
      await site.until(200, 60_000);
      back.push(performance.now() - freed);
    }
    return { times: back.length, seconds, backMs: longest(back) };
  });
}

function fill(file: string): void {
  const [to, block] = [openSync(file, 'a'), Buffer.alloc(64 * 1024)];
  try {
    for (;;) writeSync(to, block);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  } finally {
    closeSync(to);
  }
}

/** K3: there is no connection left for the site, and its own are ended; `/healthz` says so, and it comes back by itself. */
export function takeConnections(url: string, { times, seconds, ...sizes }: Shortage): Promise<Figure> {
  return underWriters('K3 no connection left', { url }, sizes, async ({ site, db, goesOn }) => {
    const [name] = await db.execute<{ name: string }>(sql`select current_database() as name`);
    const leave = (connections: number) =>
      db.execute(sql.raw(`alter database "${name?.name}" connection limit ${connections}`));
    const [seen, back]: [number[], number[]] = [[], []];
    while (back.length < times && (await goesOn(500, 2_000))) {
      await leave(0);
      await db.execute(sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and application_name like 'wijkkas%'`);
      seen.push(await site.until(503, 10_000));
      await sleep(seconds * 1_000);
      await leave(-1);
      const freed = performance.now();
      await site.until(200, 60_000);
      back.push(performance.now() - freed);
    }
    return { times: back.length, seconds, seenMs: longest(seen), backMs: longest(back) };
  });
}

/** Makes a disk of so many megabytes at `folder`; undefined where one may not. */
export function smallDisk(folder: string, megabytes: number): (() => void) | undefined {
  mkdirSync(folder, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  return () => execFileSync('umount', ['-l', folder]);
}
