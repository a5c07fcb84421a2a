import { rm } from 'node:fs/promises';
import { openPostcodeTasks } from '#db/reads/area/postcode';
import { putPostcodeTask } from '#db/writes/area/postcode';
import { PostcodesRefused } from '~/domain/area/postcode';
import { type Context } from '../context.server';
import { importPostcodes } from './import-postcodes.server';

type Worker = Pick<Context, 'db' | 'newId'> & { now: () => Date };
type Task = Awaited<ReturnType<typeof openPostcodeTasks>>[number];

/**
 * Reads the files with addresses that were handed in and have not been read, one after the other. What is wrong with one is
 * kept with its task. After a crash this begins a file again; when it was kept already, that changes nothing. Answers how many ended.
 */
export async function runPostcodeTasks(worker: Worker): Promise<number> {
  const tasks = await openPostcodeTasks(worker.db);
  for (const task of tasks) {
    const end = await outcomeOf(worker, task);
    await putPostcodeTask(worker.db, task.id, { ...end, endedAt: worker.now() });
    await rm(task.path, { force: true });
  }
  return tasks.length;
}

async function outcomeOf({ db, newId, now }: Worker, { id, path, name, askedBy }: Task) {
  let told = 0;
  const onProgress = async (lines: number, done: number, total: number) => {
    const percent = Math.floor((done * 100) / total);
    if (percent === told) return;
    told = percent;
    await putPostcodeTask(db, id, { lines, percent });
  };
  try {
    const context = { db, newId, now: now(), actor: { personId: askedBy } };
    const { change } = await importPostcodes(context, path, { onProgress });
    return { outcome: change };
  } catch (error) {
    if (!(error instanceof PostcodesRefused)) throw error;
    const problems = error.problems.map((each) => (each.value === path ? { ...each, value: name } : each));
    return { outcome: 'refused' as const, problems, more: error.more };
  }
}
