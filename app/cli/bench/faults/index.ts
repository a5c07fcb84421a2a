import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '#db/migrate';
import { type Job } from '../job';
import { scratchDatabase } from '../scratch';
import { holdRow } from './held-row';
import { endSessions, killDatabase, killProgram, stopProgram } from './kills';
import { ownServer } from './own-server';
import { fillDisk, smallDisk, takeConnections } from './shortages';

const SMALL_DISK_MB = 400;

/** What the site keeps while its program, its database or its connections go (docs/how-it-works/benchmarks.md). */
export async function benchFaults({ env, print, atEnd }: Job): Promise<number> {
  const fresh = async () => {
    const scratch = await scratchDatabase(env);
    atEnd(scratch.drop);
    await migrate(scratch.url);
    return scratch.url;
  };
  const folder = mkdtempSync(join(tmpdir(), 'wijkkas-faults-'));
  const leave: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })];
  let left: Promise<void> | undefined;
  atEnd(() => (left ??= inTurn(leave.reverse())));
  const ofOurOwn = async (place: string) => {
    const server = await ownServer(join(place, 'site'));
    leave.push(server.drop);
    return server;
  };
  print(await killProgram(await fresh(), { clients: 32, acts: 8_000, kills: 20 }));
  print(await killDatabase(await ofOurOwn(folder), { clients: 16, acts: 6_000, kills: 10 }));
  print(await endSessions(await fresh(), { clients: 16, acts: 3_000, kills: 30 }));
  print(await takeConnections(await fresh(), { clients: 16, acts: 3_000, times: 3, seconds: 5 }));
  const disk = join(folder, 'disk');
  const unmount = smallDisk(disk, SMALL_DISK_MB);
  if (unmount) {
    leave.push(unmount);
    print(await fillDisk(await ofOurOwn(disk), { clients: 16, acts: 3_000, times: 3, seconds: 5 }));
  } else print({ figure: 'K3 disk full', unmeasured: 'no disk of its own may be made here' });
  print(await stopProgram(await fresh(), { clients: 16, acts: 4_000, kills: 5 }));
  print(await holdRow(await fresh(), { writers: 30, seconds: 20 }));
  return 0;
}

async function inTurn(acts: readonly (() => unknown)[]): Promise<void> {
  for (const act of acts) await act();
}
