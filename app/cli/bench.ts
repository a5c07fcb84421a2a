import { migrate } from '#db/migrate';
import { benchLedger } from './bench/ledger';
import { scratchDatabase } from './bench/scratch';
import { usualSizes } from './bench/sizes';

const benches = { ledger: benchLedger };

/** No run takes longer, whatever the machine does in the meantime. */
const longestRun = 180_000;

/**
 * `npm run bench -- NAME`: measures one part of Wijkkas on a database of its own, which it drops at the end and when it is
 * interrupted, and prints one JSON object per figure (docs/how-it-works/benchmarks.md). Answers the exit code; 2 when asked
 * wrongly.
 */
export async function bench(
  [name = '', ...more]: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<number> {
  const measure = Object.entries(benches).find(([known]) => known === name)?.[1];
  if (!measure || more.length > 0) {
    console.error(`npm run bench -- ${Object.keys(benches).join('|')}`);
    return 2;
  }
  const scratch = await scratchDatabase(env);
  let stopped = false;
  const stop = async (why: string) => {
    stopped = true;
    console.error(why);
    await scratch.drop();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => void stop(signal));
  setTimeout(() => void stop(`longer than ${longestRun / 1000} s`), longestRun).unref();
  // Whoever was in the database when it went away says so.
  for (const kind of ['unhandledRejection', 'uncaughtException'] as const) {
    process.on(kind, (error: unknown) => {
      if (stopped) return;
      console.error(error);
      void stop(kind).then(() => process.exit(1));
    });
  }
  try {
    await migrate(scratch.url);
    await measure(scratch.url, usualSizes, (figure) => console.log(JSON.stringify(figure)));
    return 0;
  } catch (error) {
    if (!stopped) throw error;
    return 1;
  } finally {
    await scratch.drop();
  }
}
