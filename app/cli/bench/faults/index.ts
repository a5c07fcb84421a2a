import { type Job } from '../job';
import { scratchDatabase } from '../scratch';
import { migrate } from '#db/migrate';
import { endSessions, killDatabase, killProgram, stopProgram } from './kills';
import { holdRow } from './held-row';

/** What the site keeps while its program, its database or its connections go (docs/how-it-works/benchmarks.md). */
export async function benchFaults({ env, print, atEnd }: Job): Promise<number> {
  const fresh = async () => {
    const scratch = await scratchDatabase(env);
    atEnd(scratch.drop);
    await migrate(scratch.url);
    return scratch.url;
  };
  print(await killProgram(await fresh(), { clients: 32, acts: 8_000, kills: 20 }));
  print(await killDatabase({ clients: 16, acts: 6_000, kills: 10 }));
  print(await endSessions(await fresh(), { clients: 16, acts: 3_000, kills: 30 }));
  print(await stopProgram(await fresh(), { clients: 16, acts: 4_000, kills: 5 }));
  print(await holdRow(await fresh(), { writers: 30, seconds: 20 }));
  return 0;
}
