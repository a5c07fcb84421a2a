import { parentPort, workerData } from 'node:worker_threads';
import { DomainError } from '~/domain/errors';
import {
  type StatementAnswer,
  type StatementQuestion,
} from '~/usecases/payments/parts/read-in-thread.server';
import { readBankFile } from '~/formats/camt/read';

/** What a thread is asked to read; see app/usecases/payments/parts/read-in-thread.server.ts. */
const { text, ownIban } = workerData as StatementQuestion;
parentPort?.postMessage(answer());

function answer(): StatementAnswer {
  try {
    return { file: readBankFile(text, ownIban) };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { code, field, detail } = error;
    return { refusal: { code, field, detail } };
  }
}
