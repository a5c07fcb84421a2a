import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { DomainError } from '~/domain/errors';
import { type Statement } from '~/formats/camt/read';

/** What the thread (app/cli/statement-thread.ts) answers: the statements, or why the file is refused. */
export type StatementAnswer =
  { statements: Statement[] } | { refusal: Pick<DomainError, 'code' | 'field' | 'detail'> };

/** The thread as it was built, beside the server; development uses the last build too. */
const program = () => join(process.cwd(), 'build', 'server', 'statement.js');

/** A file of 4 MB takes a second or two. What needs more than this is no statement of a bank. */
const longest = 15_000;
const resourceLimits = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 16 };

let before: Promise<unknown> = Promise.resolve();

/**
 * Reads a bank statement as `readStatement` does, in a thread of its own, so that pages are served meanwhile; one file at a
 * time. Throws what it throws, and 'statementInvalid' (what: 'tooHeavy') for a file that takes too much time or memory.
 */
export function readInThread(text: string): Promise<Statement[]> {
  const reading = before.then(() => readOne(text));
  before = reading.catch(() => undefined);
  return reading;
}

async function readOne(text: string): Promise<Statement[]> {
  const thread = new Worker(program(), { workerData: { text }, resourceLimits });
  const late = setTimeout(() => void thread.terminate(), longest);
  try {
    const answer = await answerOf(thread);
    if ('statements' in answer) return answer.statements;
    const { code, field, detail } = answer.refusal;
    throw new DomainError(code, { field, detail });
  } finally {
    clearTimeout(late);
  }
}

function answerOf(thread: Worker): Promise<StatementAnswer> {
  const detail = { line: 1, what: 'tooHeavy', statement: 0, entry: 0 };
  const tooHeavy = () => new DomainError('statementInvalid', { field: 'file', detail });
  return new Promise((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooHeavy() : error),
    );
    // It ends without an answer only when it is stopped for being late.
    thread.once('exit', () => reject(tooHeavy()));
  });
}
