import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { DomainError } from '~/domain/errors';
import { type BankFile } from '~/formats/camt/read';

/** What the thread (app/cli/statement-thread.ts) is given, and answers: what is in the file, or why it is refused. */
export type StatementQuestion = { text: string; ownIban: string | undefined };
export type StatementAnswer =
  { file: BankFile } | { refusal: Pick<DomainError, 'code' | 'field' | 'detail'> };

/** The thread as it was built, beside the server; development uses the last build too. */
const program = () => join(process.cwd(), 'build', 'server', 'statement.js');

/** A file of 4 MB takes a second or two. What needs more than this is no statement of a bank. */
const longest = 15_000;
const resourceLimits = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 16 };

let before: Promise<unknown> = Promise.resolve();

/**
 * Reads a bank statement as `readBankFile` does, in a thread of its own, so that pages are served meanwhile; one file at a
 * time. Throws what it throws, and 'statementInvalid' (what: 'tooHeavy') for a file that takes too much time or memory.
 */
export function readInThread(text: string, ownIban?: string): Promise<BankFile> {
  const reading = before.then(() => readOne({ text, ownIban }));
  before = reading.catch(() => undefined);
  return reading;
}

async function readOne(question: StatementQuestion): Promise<BankFile> {
  const thread = new Worker(program(), { workerData: question, resourceLimits });
  const late = setTimeout(() => void thread.terminate(), longest);
  try {
    const answer = await answerOf(thread);
    if ('file' in answer) return answer.file;
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
