import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLog } from '~/http/log.server';
import { startQueue } from '~/http/queue.server';
import { useDatabase } from '../support/database';
import { makeLine } from '../support/line';
import { configFor, steadyPulse } from '../support/site';
import { PublicVersion } from '#db/public-facts';

const database = useDatabase();
const line = makeLine();
let queue: { stop: () => Promise<void> };
let work = () => Promise.resolve();
let begun = 0;
let ended = 0;

const task = async () => {
  begun += 1;
  await work();
  ended += 1;
};

const jobs = async () => {
  const found = await database.owner.db.execute(
    sql`select locked_by as by from graphile_worker.jobs where task_identifier = 'task'`,
  );
  return found.map(({ by }) => by);
};
const ask = () => database.owner.db.execute(sql`select graphile_worker.add_job('task')`);
const soon = { timeout: 20_000 };

beforeAll(async () => {
  // What a program left locked that was killed at work.
  await database.owner.db.execute(sql`select graphile_worker.add_job('task')`);
  await database.owner.db.execute(
    sql`update graphile_worker._private_jobs set locked_by = 'pool-gone', locked_at = now()`,
  );
  const site = {
    ...{ db: database.app.db, log: createLog('silent'), now: () => new Date(), newId: () => '' },
    ...{
      secret: '',
      pulse: steadyPulse,
      publicVersion: new PublicVersion(),
      config: configFor(database.url, false),
    },
  };
  queue = await startQueue(await line.through(database.url), site, { task });
});
afterAll(async () => {
  await queue.stop();
  await line.cut();
});

test('what a killed program had in hand is done at the next start', async () => {
  await expect.poll(jobs, soon).toEqual([]);
  expect(ended).toBe(2);
});

test('a job whose end could not be written down is done again when the database is back', async () => {
  let letEnd = () => {};
  work = () => new Promise<void>((resolve) => (letEnd = resolve));
  [begun, ended] = [0, 0];
  await ask();
  await expect.poll(() => begun, soon).toBe(1);
  await line.cut();
  letEnd();
  work = () => Promise.resolve();
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(ended).toBe(1);
  await line.mend();
  await expect.poll(jobs, soon).toEqual([]);
  expect(begun).toBeGreaterThan(1);
});

test('it goes on after an outage in which it had nothing in hand', async () => {
  await line.cut();
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  await line.mend();
  [begun, ended] = [0, 0];
  await ask();
  await expect.poll(() => ended, soon).toBe(1);
});
