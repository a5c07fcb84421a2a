import { parentPort, workerData } from 'node:worker_threads';
import { DomainError } from '~/domain/errors';
import { type StatementAnswer } from '~/usecases/payments/parts/read-in-thread.server';
import { readStatement } from '~/formats/camt/read';

/** What a thread is asked to read; see app/usecases/payments/parts/read-in-thread.server.ts. */
const { text } = workerData as { text: string };
parentPort?.postMessage(answer());

function answer(): StatementAnswer {
  try {
    return { statements: readStatement(text) };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { code, field, detail } = error;
    return { refusal: { code, field, detail } };
  }
}
