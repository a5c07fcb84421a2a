import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  Logger as QueueLogger,
  makeWorkerUtils,
  run,
  type Runner,
  type RunnerOptions,
  type WorkerEvents,
} from 'graphile-worker';
import { type Logger } from './log.server';

const AGAIN_AFTER_MS = 1_000;
/** What sessions of a queue are called in the database, each program by its own name: so one sees who works there. */
const FAMILY = 'wijkkas-queue-';
const NAME = FAMILY + randomBytes(4).toString('hex');
/** The pools of workers of this program, by the id that they lock jobs with. */
const working = new Set<string>();
const ended = new Set<string>();

const quiet = new QueueLogger(() => () => undefined);

export type Stoppable = { stop: () => Promise<void> };
type Options = Omit<RunnerOptions, 'events' | 'preset'> & { connectionString: string };

/**
 * Runs a part of the queue and keeps it running: a runner ends by itself when it could not write down how a job ended,
 * as when the database went away. `atStart` are the jobs to do then and each time it starts again.
 */
export async function keepRunning(
  options: Options,
  atStart: readonly string[],
  log: Logger,
): Promise<Stoppable> {
  const stopping = new AbortController();
  let runner: Runner | undefined = await begin(options, atStart);
  const watch = async () => {
    while (!stopping.signal.aborted) {
      await runner?.promise.catch(() => undefined);
      if (stopping.signal.aborted) return;
      runner = undefined;
      log.warn('the queue stopped by itself and starts again');
      runner = await begin(options, atStart).catch(() => undefined);
      if (!runner) await pause(AGAIN_AFTER_MS, stopping.signal);
    }
  };
  const watching = watch();
  return {
    stop: async () => {
      stopping.abort();
      await runner?.stop().catch(() => undefined);
      await watching;
      await runner?.stop().catch(() => undefined);
    },
  };
}

async function begin(options: Options, atStart: readonly string[]): Promise<Runner> {
  const connectionString = named(options.connectionString);
  await unlockLeftBehind(connectionString);
  const events: WorkerEvents = new EventEmitter();
  events.on('pool:create', ({ workerPool: { id } }) => working.add(id));
  events.on('pool:release', ({ workerPool: { id } }) => working.delete(id) && ended.add(id));
  // Without this delay the end of a job is written where nobody listens, and one that fails ends the program.
  const preset = { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } };
  const runner = await run({ ...options, connectionString, events, preset });
  try {
    for (const job of atStart) await runner.addJob(job, {}, { jobKey: `${job}-at-start` });
    return runner;
  } catch (error) {
    await runner.stop().catch(() => undefined);
    throw error;
  }
}

function named(url: string): string {
  const own = new URL(url);
  own.searchParams.set('application_name', NAME);
  return own.toString();
}

/**
 * Gives back what a worker had in hand when it ended without a word: of this program, and of programs that are gone when
 * no other one works on this database. Otherwise it would wait for four hours.
 */
async function unlockLeftBehind(connectionString: string): Promise<void> {
  const utils = await makeWorkerUtils({ connectionString, logger: quiet });
  try {
    const { rows } = await utils.withPgClient((client) =>
      client.query<LeftBehind>(leftBehind, [FAMILY, NAME]),
    );
    const left = rows.filter(({ by, alone }) => ended.has(by) || (alone && !working.has(by)));
    if (left.length > 0) await utils.forceUnlockWorkers(left.map(({ by }) => by));
  } finally {
    await utils.release();
  }
}

type LeftBehind = { by: string; alone: boolean };
const leftBehind = `select distinct locked_by as by, not exists (select from pg_stat_activity
    where datname = current_database() and starts_with(application_name, $1) and application_name <> $2) as alone
  from graphile_worker.jobs where locked_by is not null`;

const pause = (ms: number, signal: AbortSignal) => sleep(ms, undefined, { signal }).catch(() => undefined);
