import { parentPort, workerData } from 'node:worker_threads';
import { countFile } from '~/formats/pabulib/count';
import { type RuleName } from '~/domain/voting/rule-names';

/** What a thread is asked to count; see app/http/count-thread.server.ts. */
const { bytes, rule } = workerData as { bytes: Uint8Array; rule: RuleName };
parentPort?.postMessage(countFile(bytes, rule));
