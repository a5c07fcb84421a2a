import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { type Figure } from '../figure';
import { type OwnServer } from './own-server';
import { type FaultSizes, underWriters } from './under-writers';

type Kills = FaultSizes & { kills: number };

/** K1: the program is killed at random moments while clients write, and started again. */
export function killProgram(url: string, { kills: most, ...sizes }: Kills): Promise<Figure> {
  return underWriters('K1 kill -9 of the program', { url }, sizes, async ({ site, goesOn }) => {
    let kills = 0;
    for (; kills < most && (await goesOn(300, 1_200)); kills++) {
      await site.end('SIGKILL');
      await site.start();
    }
    return { kills };
  });
}

/** K2: the server of the database that comes with Wijkkas is killed, and nobody helps. */
export function killDatabase(server: OwnServer, { kills: most, ...sizes }: Kills): Promise<Figure> {
  return underWriters('K2 kill -9 of the database', server, sizes, async ({ site, goesOn }) => {
    const [seen, back]: [number[], number[]] = [[], []];
    while (back.length < most && (await goesOn(500, 2_000))) {
      const started = performance.now();
      process.kill(postmaster(server.folder), 'SIGKILL');
      seen.push(await site.until(503, 10_000));
      await site.until(200, 60_000);
      back.push(performance.now() - started);
    }
    return { kills: back.length, seenMs: longest(seen), backMs: longest(back) };
  });
}

const postmaster = (folder: string) =>
  Number(readFileSync(join(folder, '.data/postgres/postmaster.pid'), 'utf8').split('\n')[0]);

/** K3: sessions of the site are ended at random while clients write. */
export function endSessions(url: string, { kills: most, ...sizes }: Kills): Promise<Figure> {
  return underWriters('K3 sessions ended at random', { url }, sizes, async ({ db, goesOn }) => {
    let kills = 0;
    for (; kills < most && (await goesOn(100, 400)); kills++) {
      await db
        .execute(
          sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and random() < 0.5
          and application_name like 'wijkkas%'`,
        )
        .catch(() => undefined);
    }
    return { kills };
  });
}

/** K4: the program is asked to stop while clients write, and started again. */
export function stopProgram(url: string, { kills: most, ...sizes }: Kills): Promise<Figure> {
  return underWriters('K4 SIGTERM under load', { url }, sizes, async ({ site, goesOn }) => {
    const [stops, codes]: [number[], (number | null)[]] = [[], []];
    while (stops.length < most && (await goesOn(500, 1_000))) {
      const { ms, code } = await site.end('SIGTERM');
      stops.push(ms);
      codes.push(code);
      await site.start();
    }
    return { kills: stops.length, stopMs: longest(stops), clean: codes.every((code) => code === 0) };
  });
}

/** The longest of these times in whole milliseconds; 0 of none. */
export const longest = (times: readonly number[]) => Math.round(Math.max(0, ...times));
