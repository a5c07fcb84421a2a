import { openWijkenFiles } from '#db/reads/area/manage';
import { actorById } from '#db/reads/people/person';
import { putWijkenFile } from '#db/writes/area/area';
import { calendarDateIn } from '~/domain/calendar';
import { DomainError } from '~/domain/errors';
import { type Context } from '../context.server';
import { previewWijken, readWijken } from './read-wijken.server';

type Worker = Pick<Context, 'db' | 'newId'> & { now: () => Date };
type File = Awaited<ReturnType<typeof openWijkenFiles>>[number];

/**
 * Looks at the files with wijken that were handed in, and reads those of which somebody said that they are right, one after the
 * other. What is wrong with one is kept with it. After a crash this begins a file again: read twice it changes nothing. Answers how
 * many it did.
 */
export async function runWijkenTasks(worker: Worker): Promise<number> {
  const files = await openWijkenFiles(worker.db);
  for (const file of files) await putWijkenFile(worker.db, file.id, await outcomeOf(worker, file));
  return files.length;
}

async function outcomeOf(worker: Worker, file: File) {
  const ended = { content: null, endedAt: worker.now() };
  try {
    if (file.askedBy === null) return { found: await lookAt(worker, file), percent: 0 };
    await readWijken(await contextOf(worker, file.askedBy), file.id, progressOf(worker, file));
    return ended;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { code } = error;
    const detail = Object.fromEntries(
      Object.entries(error.detail).map(([name, value]) => [
        name,
        typeof value === 'bigint' ? `${value}` : value,
      ]),
    );
    return { ...ended, refusal: { code, detail } };
  }
}

async function lookAt(worker: Worker, file: File) {
  const context = await contextOf(worker, file.handedInBy);
  const { imported, names, notices } = await previewWijken(context, file.id, progressOf(worker, file));
  return { kind: imported.kind, gemeente: imported.gemeente, names, notices };
}

/** Whoever handed it in or asked for it, as they are today: who lost their role meanwhile changes nothing. */
async function contextOf({ db, newId, now }: Worker, personId: string): Promise<Context> {
  const moment = now();
  const today = calendarDateIn(moment);
  const actor = await actorById(db, personId, 'strong', today);
  if (!actor) throw new DomainError('notYourRole');
  return { db, newId, now: moment, today, actor };
}

/** Writes how far it is, outside the transaction of the work, at each per cent. */
function progressOf({ db }: Worker, { id }: File) {
  let told = 0;
  const onProgress = async (done: number, total: number) => {
    const percent = Math.floor((done * 100) / total);
    if (percent === told) return;
    told = percent;
    await putWijkenFile(db, id, { percent });
  };
  return { onProgress };
}
