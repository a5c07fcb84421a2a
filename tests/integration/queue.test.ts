import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLog } from '~/http/log.server';
import { startQueue } from '~/http/queue.server';
import { useDatabase } from '../support/database';
import { configFor, steadyPulse } from '../support/site';
import { PublicVersion } from '#db/public-facts';

const database = useDatabase();
let queue: { stop: () => Promise<void> };
let stopped = false;
const running = { slow: 0, most: 0, ended: 0, quick: 0 };

/** Lasts until the site stops. */
async function slow(stopping: AbortSignal): Promise<void> {
  running.slow += 1;
  running.most = Math.max(running.most, running.slow);
  await new Promise((resolve) => stopping.addEventListener('abort', resolve));
  running.slow -= 1;
  running.ended += 1;
  throw stopping.reason;
}

beforeAll(async () => {
  const { app, url } = database;
  const config = configFor(url, false);
  const site = {
    db: app.db,
    log: createLog('silent'),
    now: () => new Date(),
    newId: () => '',
    pulse: steadyPulse,
    publicVersion: new PublicVersion(),
    secret: '',
    config,
  };
  queue = await startQueue(url, site, { slow, quick: () => Promise.resolve((running.quick += 1)) });
});
afterAll(() => (stopped ? undefined : queue.stop()));

const jobs = async (name: string) =>
  database.owner.db.execute(sql`select 1 from graphile_worker.jobs where task_identifier = ${name}`);

async function until(done: () => Promise<boolean> | boolean) {
  for (let n = 0; n < 100 && !(await done()); n++) await new Promise((resolve) => setTimeout(resolve, 50));
}

test('every job is done once at the start', async () => {
  await until(() => running.slow === 1 && running.quick === 1);
  expect(running).toMatchObject({ slow: 1, quick: 1 });
});

test('letters and other jobs do not wait for long work, however much of it was asked for', async () => {
  const ask = (task: string) => database.app.db.execute(sql`select enqueue(${task}, '{}'::json)`);
  for (const task of ['slow', 'slow', 'slow', 'quick', 'tidy']) await ask(task);
  await until(async () => (await jobs('tidy')).length === 0 && running.quick === 2);
  expect([(await jobs('tidy')).length, running.quick]).toEqual([0, 2]);
  expect(running.most).toBe(1);
});

test('the site stops at once, and what was cut off waits for the next start', async () => {
  const startedAt = performance.now();
  stopped = true;
  await queue.stop();
  expect(performance.now() - startedAt).toBeLessThan(3_000);
  expect(running).toMatchObject({ slow: 0, ended: 1, most: 1 });
  expect(await jobs('slow')).toHaveLength(4);
});
