import { type Context } from '../../context.server';

class Undone extends Error {}

/** What work would answer: it is done, and undone. Throws what it throws. */
export async function undone<T>(
  { sent: _, ...context }: Context,
  work: (context: Context) => Promise<T>,
): Promise<T> {
  let answer: { is: T } | undefined;
  await context.db
    .transaction(async (tx) => {
      answer = { is: await work({ ...context, db: tx }) };
      throw new Undone();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undone)) throw error;
    });
  if (!answer) throw new Error('nothing was done');
  return answer.is;
}
