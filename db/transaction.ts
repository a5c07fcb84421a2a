import { ConnectionLost } from './backend';
import { type Database, patient, type Transaction } from './client';
import { databaseError, faultOf, OutcomeUnknown } from './fault';

const RACED = new Set(['40001', '40P01']);
const LOCKED = '55P03';
const TRIES = 5;

/**
 * Runs `work` in one transaction, so `work` must do nothing outside the database: it is tried again from the start after a
 * serialization failure or deadlock, once more (and with more patience) after a row was held too long, and after the
 * connection went before anything was committed. When it went while committing nobody knows: only work that is `keyed`,
 * which finds by its idempotency key that it was done already, is then tried again; else OutcomeUnknown is thrown.
 */
export async function transaction<T>(
  db: Database,
  work: (tx: Transaction) => Promise<T>,
  { keyed = false } = {},
): Promise<T> {
  let on = db;
  let unsure: OutcomeUnknown | undefined;
  for (let attempt = 1; ; attempt++) {
    try {
      return await on.transaction(work);
    } catch (error) {
      if (error instanceof OutcomeUnknown) unsure = error;
      const code = databaseError(error)?.code ?? '';
      const locked = code === LOCKED && on === db && patient(db) !== db;
      if (locked) on = patient(db);
      if (!locked && (attempt >= TRIES || !(RACED.has(code) || wentAway(error, keyed)))) {
        // An earlier try may have been kept: that the database did not answer this one does not undo it.
        throw faultOf(error) ? (unsure ?? error) : error;
      }
      if (!locked) await new Promise((resolve) => setTimeout(resolve, attempt * 20));
    }
  }
}

/** Whether the connection went and it is safe to do the work again. */
function wentAway(error: unknown, keyed: boolean): boolean {
  if (error instanceof OutcomeUnknown) return keyed;
  if (error instanceof ConnectionLost) return true;
  return error instanceof Error && wentAway(error.cause, keyed);
}

/**
 * Sends two statements at once, without waiting for the answer to the first. When it fails so does the second, for being in
 * a broken transaction: what is thrown is always the error of the first.
 */
export async function both<A, B>(first: Promise<A>, second: Promise<B>): Promise<[A, B]> {
  const [one, other] = await Promise.allSettled([first, second]);
  if (one.status === 'rejected') throw one.reason;
  if (other.status === 'rejected') throw other.reason;
  return [one.value, other.value];
}
