import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { connect, type Database } from '#db/client';
import { startEmbedded } from '#db/embedded';
import { migrate } from '#db/migrate';
import { type Figure, load } from '../figure';
import { SiteProcess } from '../site-process';
import { makeFaultWorld } from './world';
import { actsIn, compare, write, type Written } from './writers';

/** How much a run does; a test asks for less. */
export type FaultSizes = { clients: number; acts: number; kills: number };

const world = (db: Database, acts: number) =>
  makeFaultWorld(db, { residents: 40, initiatives: Math.ceil(acts / 80) });

/** K1: the program is killed at random moments while clients write, and started again. */
export async function killProgram(url: string, { clients, acts, kills }: FaultSizes): Promise<Figure> {
  const { db, close } = connect(url, { owner: true, max: 4 });
  const site = await SiteProcess.start(url);
  try {
    const written = write(site, actsIn(await world(db, acts), acts), clients);
    const ended = written.then(() => true);
    let killed = 0;
    while (killed < kills && !(await Promise.race([ended, sleep(300 + Math.random() * 900, false)]))) {
      await site.end('SIGKILL');
      killed += 1;
      await site.start();
    }
    return told('K1 kill -9 of the program', await written, db, { kills: killed, exits: site.exits });
  } finally {
    await site.end('SIGTERM');
    await close();
  }
}

/** K2: the server of the database that comes with Wijkkas is killed, and nobody helps. */
export async function killDatabase({ clients, acts, kills }: FaultSizes): Promise<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'wijkkas-faults-'));
  for (const part of ['build', 'db']) symlinkSync(join(process.cwd(), part), join(folder, part));
  const server = await startEmbedded(join(folder, '.data'));
  await migrate(server.url);
  const { db, close } = connect(server.url, { owner: true, max: 4 });
  const site = await SiteProcess.start(undefined, folder);
  try {
    const written = write(site, actsIn(await world(db, acts), acts), clients);
    const ended = written.then(() => true);
    const [seen, back]: [number[], number[]] = [[], []];
    while (back.length < kills && !(await Promise.race([ended, sleep(500 + Math.random() * 1_500, false)]))) {
      const started = performance.now();
      process.kill(
        Number(readFileSync(join(folder, '.data/postgres/postmaster.pid'), 'utf8').split('\n')[0]),
        'SIGKILL',
      );
      seen.push(await site.until(503, 10_000));
      await site.until(200, 60_000);
      back.push(performance.now() - started);
    }
    const times = { kills: back.length, exits: site.exits, seenMs: most(seen), backMs: most(back) };
    return await told('K2 kill -9 of the database', await written, db, times);
  } finally {
    await site.end('SIGTERM');
    await close();
    await server.stop();
    await gone(server.url);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** K3: sessions of the site are ended at random while clients write. */
export async function endSessions(url: string, { clients, acts, kills }: FaultSizes): Promise<Figure> {
  const { db, close } = connect(url, { owner: true, max: 4 });
  const site = await SiteProcess.start(url);
  try {
    const written = write(site, actsIn(await world(db, acts), acts), clients);
    const ended = written.then(() => true);
    let rounds = 0;
    while (rounds < kills && !(await Promise.race([ended, sleep(100 + Math.random() * 300, false)]))) {
      await db
        .execute(
          sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and random() < 0.5
          and application_name like 'wijkkas%'`,
        )
        .catch(() => undefined);
      rounds += 1;
    }
    return await told('K3 sessions ended at random', await written, db, { kills: rounds, exits: site.exits });
  } finally {
    await site.end('SIGTERM');
    await close();
  }
}

/** K4: the program is asked to stop while clients write, and started again. */
export async function stopProgram(url: string, { clients, acts, kills }: FaultSizes): Promise<Figure> {
  const { db, close } = connect(url, { owner: true, max: 4 });
  const site = await SiteProcess.start(url);
  try {
    const written = write(site, actsIn(await world(db, acts), acts), clients);
    const ended = written.then(() => true);
    const [stops, codes]: [number[], (number | null)[]] = [[], []];
    while (stops.length < kills && !(await Promise.race([ended, sleep(500 + Math.random() * 500, false)]))) {
      const { ms, code } = await site.end('SIGTERM');
      stops.push(ms);
      codes.push(code);
      await site.start();
    }
    const stopped = { kills: stops.length, stopMs: most(stops), clean: codes.every((code) => code === 0) };
    return await told('K4 SIGTERM under load', await written, db, { ...stopped, exits: site.exits });
  } finally {
    await site.end('SIGTERM');
    await close();
  }
}

const most = (times: readonly number[]) => Math.round(Math.max(0, ...times));

async function told(figure: string, written: Written, db: Database, more: Figure): Promise<Figure> {
  const { acts, errors, unavailable, unanswered } = written;
  const stored = await compare(db, written);
  return { figure, acts: acts.length, ...stored, ...more, errors, unavailable, unanswered, load: load() };
}

/** Waits until nobody answers there any more: then its folder may go. */
async function gone(url: string): Promise<void> {
  for (let tries = 0; tries < 50; tries++) {
    const { db, close } = connect(url, { owner: true, max: 1 });
    const isThere = await db.execute(sql`select 1`).then(
      () => true,
      () => false,
    );
    await close();
    if (!isThere) return;
    await sleep(100);
  }
}
