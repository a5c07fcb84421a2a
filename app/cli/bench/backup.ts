import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadBackup } from '#db/backup/load';
import { partsOf } from '#db/backup/manifest';
import { verifyBackup } from '#db/backup/verify';
import { writeBackup } from '#db/backup/write';
import { runChecks } from '#db/checks/run';
import { connect } from '#db/client';
import { migrate } from '#db/migrate';
import { transaction } from '#db/transaction';
import { composeOf, insertAreas, keepCbsArea } from '#db/writes/area/area';
import { visitor } from '~/domain/access/roles';
import { calendarDateIn } from '~/domain/calendar';
import { importRound } from '~/usecases/voting/import-round.server';
import { type Figure, load, rounded } from './figure';
import { type Job } from './job';
import { madeElection } from './made-election';
import { scratchDatabase } from './scratch';

const ballots = 1_000_000;

/** O1: a site with a round of a million ballots is copied, and put back into a bare database. */
export async function benchBackup({ env, print, atEnd }: Job): Promise<number> {
  const empty = async () => {
    const scratch = await scratchDatabase(env);
    atEnd(scratch.drop);
    return scratch.url;
  };
  const [from, to] = [await empty(), await empty()];
  const folder = mkdtempSync(join(tmpdir(), 'wijkkas-backup-'));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  await migrate(from);
  await plantRound(from, ballots);
  const figure = await copyAndPutBack(from, to, folder);
  print({ figure: 'O1 backup and restore', ballots, ...figure, load: load() });
  return figure.violations === 0 && figure.equal ? 0 : 1;
}

/** A finished round of so many ballots, as a file of it would be read in. */
export async function plantRound(url: string, voters: number): Promise<void> {
  const { db, close } = connect(url, { owner: true, max: 2 });
  try {
    const now = new Date();
    const [today, areaId] = [calendarDateIn(now), randomUUID()];
    const [code, name, year] = ['WK990101', 'Proefwijk', now.getFullYear()];
    await transaction(db, async (tx) => {
      await insertAreas(tx, [{ id: areaId, kind: 'wijk', slug: 'proefwijk', name, validFrom: today }]);
      const geometry = { type: 'MultiPolygon' as const, coordinates: [] };
      await keepCbsArea(tx, { code, year, name, gemeenteCode: 'GM9901', inhabitants: null, geometry });
      await composeOf(tx, { areaId, code, year });
    });
    const bytes = new TextEncoder().encode(madeElection(voters));
    await importRound({ db, actor: visitor, now, today, newId: randomUUID }, bytes, { areaCode: code });
  } finally {
    await close();
  }
}

/** Copies the one into the other by way of two folders; `equal` says whether what was put back is the same, to the byte. */
export async function copyAndPutBack(from: string, to: string, folder: string) {
  const now = new Date();
  const [first, again] = [join(folder, 'first'), join(folder, 'again')];
  const [{ manifest }, backupSeconds] = await timed(() => writeBackup(from, { dir: first, now }));
  const [, restoreSeconds] = await timed(async () => loadBackup(to, await verifyBackup(first)));
  const { db, close } = connect(to, { owner: true, max: 1 });
  const [{ violations }, checksSeconds] = await timed(() => runChecks(db).finally(close));
  const { manifest: copy } = await writeBackup(to, { dir: again, now });
  const [parts, copied] = [partsOf(manifest), partsOf(copy)];
  const contents = (of: typeof parts) => of.map(({ file, content, rows }) => `${file} ${content} ${rows}`);
  return {
    rows: parts.reduce((sum, { rows }) => sum + rows, 0),
    megabytes: Math.round(parts.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6),
    ...{ backupSeconds, restoreSeconds, checksSeconds, violations },
    equal: contents(parts).join() === contents(copied).join(),
  } satisfies Figure;
}

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const started = performance.now();
  const result = await work();
  return [result, rounded((performance.now() - started) / 1000, 1)];
}
