import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type PublishedCount } from '~/domain/voting/publication';
import { type RuleName } from '~/domain/voting/rule-names';

/** The thread as it was built, beside the server; development uses the last build too. */
const program = () => join(process.cwd(), 'build', 'server', 'count.js');

/** The largest election on record takes ten seconds; what takes this long would keep all other rounds waiting. */
const longest = 15 * 60_000;

/**
 * Counts the bytes of a .pb file in a thread of its own, so that pages are served meanwhile. Throws what the count throws,
 * an AbortError when the site stops first, an Error when it takes too long.
 */
export async function countInThread(
  bytes: Uint8Array,
  rule: RuleName,
  stopping: AbortSignal,
): Promise<PublishedCount> {
  stopping.throwIfAborted();
  const thread = new Worker(program(), { workerData: { bytes, rule } });
  const stop = () => void thread.terminate();
  stopping.addEventListener('abort', stop);
  const late = setTimeout(stop, longest);
  try {
    return await answerOf(thread);
  } catch (error) {
    stopping.throwIfAborted();
    throw error;
  } finally {
    clearTimeout(late);
    stopping.removeEventListener('abort', stop);
  }
}

function answerOf(thread: Worker): Promise<PublishedCount> {
  return new Promise((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', (code) => reject(new Error(`the count ended with code ${code}`)));
  });
}
