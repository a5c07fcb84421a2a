import { sql } from 'drizzle-orm';
import { connect, type Connection } from '#db/client';

/** Whoever asks after the database hears within this time, whatever it does. */
const LONGEST_MS = 1_500;

export type Pulse = { answers: () => Promise<boolean>; close: () => Promise<void> };

/**
 * Asks the database whether it is there, on a connection of its own: no row that is held and no crowd on the site stands
 * before it. Many who ask at once share one question.
 */
export function pulseOf(url: string): Pulse {
  let line: Connection | undefined;
  let asking: Promise<boolean> | undefined;
  const ask = async () => {
    const current = (line ??= connect(url, { max: 1 }));
    const answered = await soon(current.db.execute(sql`select 1`));
    if (!answered) {
      line = undefined;
      void current.close().catch(() => undefined);
    }
    return answered;
  };
  return {
    answers: () =>
      (asking ??= ask().finally(() => {
        asking = undefined;
      })),
    close: async () => line?.close(),
  };
}

/** Whether it came, and in time. */
async function soon(work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), LONGEST_MS);
  });
  const came = work.then(
    () => true,
    () => false,
  );
  return Promise.race([came, late]).finally(() => clearTimeout(timer));
}
