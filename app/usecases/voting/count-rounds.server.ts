import { type Database } from '#db/client';
import { roundByNumber, roundsToCount, rulesCounted } from '#db/reads/voting/round';
import { transaction } from '#db/transaction';
import { insertCount, putCountProgress } from '#db/writes/voting/count';
import { sha256 } from '#db/writes/hash';
import { type PublishedCount } from '~/domain/voting/publication';
import { type RuleName, ruleNames } from '~/domain/voting/rule-names';
import { publishedBallots } from './parts/published.server';

/** Counts the bytes of a .pb file by a rule, beside the program that serves pages. An AbortError says that the site stops. */
export type Counter = (bytes: Uint8Array, rule: RuleName) => Promise<PublishedCount>;

type Worker = { db: Database; now: () => Date };

/**
 * Counts every round by every rule by which it was not counted yet, the usual rule first, from the very file that people
 * can download. What a crash or a stop cuts off is counted when this runs again; of two who count the same at once, one
 * outcome is kept. Answers how many outcomes were added. An outcome that breaks its own promises is not kept, and its
 * error comes out at the end, after the other outcomes.
 */
export async function countRounds(worker: Worker, count: Counter): Promise<number> {
  const failed: unknown[] = [];
  let added = 0;
  for (const { number } of await roundsToCount(worker.db)) {
    try {
      added += await countRound(worker, count, number, (error) => failed.push(error));
    } catch (error) {
      if (isStopped(error)) throw error;
      failed.push(error);
    }
  }
  if (failed.length > 0) throw failed[0];
  return added;
}

async function countRound(
  worker: Worker,
  count: Counter,
  number: number,
  onFailure: (error: unknown) => void,
): Promise<number> {
  const { db } = worker;
  const found = await roundByNumber(db, number);
  if (!found) return 0;
  const { id } = found.round;
  const bytes = new TextEncoder().encode(await publishedBallots(db, found.round));
  let added = 0;
  let failed: RuleName | null = null;
  await reportProgress(worker, id, failed);
  for (const rule of ruleNames) {
    try {
      if (await countBy(worker, count, { id, bytes, rule })) added += 1;
    } catch (error) {
      if (isStopped(error)) throw error;
      failed ??= rule;
      onFailure(error);
    }
    await reportProgress(worker, id, failed);
  }
  return added;
}

const isStopped = (error: unknown) => error instanceof Error && error.name === 'AbortError';

async function reportProgress({ db, now }: Worker, roundId: string, failed: RuleName | null): Promise<void> {
  const done = (await rulesCounted(db, roundId)).length;
  await putCountProgress(db, { roundId, done, total: ruleNames.length, failed, at: now() });
}

/** Says whether an outcome was added. No transaction waits for the count: it would break off with its connection. */
async function countBy(
  { db, now }: Worker,
  count: Counter,
  { id, bytes, rule }: { id: string; bytes: Uint8Array; rule: RuleName },
): Promise<boolean> {
  if ((await rulesCounted(db, id)).includes(rule)) return false;
  const report = await count(bytes, rule);
  const row = { roundId: id, rule, inputSha256: sha256(bytes), report, countedAt: now() };
  return transaction(db, (tx) => insertCount(tx, row));
}
