import { migrate } from '#db/migrate';
import { benchBackup } from './bench/backup';
import { benchFaults } from './bench/faults';
import { type Job } from './bench/job';
import { benchLedger } from './bench/ledger';
import { benchPages } from './bench/pages';
import { benchRooms } from './bench/rooms';
import { scratchDatabase } from './bench/scratch';
import { usualSizes } from './bench/sizes';
import { benchStatement } from './bench/statement';
import { benchFile, benchTally, oneFile } from './bench/tally';

/** No run takes longer than `longest` milliseconds, whatever the machine does in the meantime. */
type Bench = { longest: number; files: boolean; run: (job: Job) => Promise<number> };

const benches: Record<string, Bench> = {
  backup: { longest: 1_800_000, files: false, run: benchBackup },
  faults: { longest: 1_200_000, files: false, run: benchFaults },
  ledger: {
    longest: 180_000,
    files: false,
    run: onScratch((url, print) => benchLedger(url, usualSizes, print)),
  },
  pages: { longest: 600_000, files: false, run: benchPages },
  rooms: { longest: 900_000, files: false, run: benchRooms },
  statement: {
    longest: 600_000,
    files: false,
    run: onScratch((url, print) => benchStatement(url, 5_000, print)),
  },
  tally: { longest: 600_000, files: true, run: benchTally },
};

/**
 * `npm run bench -- backup|faults|ledger|pages|rooms|statement|tally [FILE…]`: measures one part of Wijkkas and prints one
 * JSON object per figure (docs/how-it-works/benchmarks.md). What a run makes it takes away at the end, also when it is
 * interrupted. Answers the exit code; 2 when asked wrongly.
 */
export async function bench(
  [name = '', ...files]: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<number> {
  if (name === oneFile) return benchFile(files[0] ?? '');
  const asked = Object.entries(benches).find(([known]) => known === name)?.[1];
  if (!asked || (files.length > 0 && !asked.files) || files.some((file) => file.startsWith('-'))) {
    console.error('npm run bench -- backup|faults|ledger|pages|rooms|statement|tally [FILE…]');
    return 2;
  }
  return untilStopped(asked, { files, env, print: (figure) => console.log(JSON.stringify(figure)) });
}

async function untilStopped({ longest, run }: Bench, job: Omit<Job, 'atEnd'>): Promise<number> {
  const undos: (() => unknown)[] = [];
  const end = () => Promise.all(undos.map((undo) => undo()));
  let stopped = false;
  const stop = async (why: unknown) => {
    if (stopped) return;
    stopped = true;
    console.error(why);
    await end();
    process.exit(1);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => void stop(signal));
  setTimeout(() => void stop(`longer than ${longest / 1000} s`), longest).unref();
  // Whoever was in the database when it went away says so.
  for (const kind of ['unhandledRejection', 'uncaughtException'] as const)
    process.on(kind, (error: unknown) => void stop(error));
  const atEnd = (undo: () => unknown) => {
    undos.push(undo);
    if (stopped) undo();
  };
  try {
    return await run({ ...job, atEnd });
  } catch (error) {
    if (!stopped) throw error;
    return 1;
  } finally {
    await end();
  }
}

/** A run on a database of its own. */
function onScratch(measure: (url: string, print: Job['print']) => Promise<void>): Bench['run'] {
  return async ({ env, print, atEnd }) => {
    const scratch = await scratchDatabase(env);
    atEnd(scratch.drop);
    await migrate(scratch.url);
    await measure(scratch.url, print);
    return 0;
  };
}
