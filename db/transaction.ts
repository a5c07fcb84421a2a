import { type Database, type Transaction } from './client';
import { databaseError } from './fault';

const RETRY = new Set(['40001', '40P01']);
const TRIES = 5;

/**
 * Runs `work` in one transaction. A serialization failure or deadlock is tried again from the start, so `work`
 * must do nothing outside the database.
 */
export async function transaction<T>(db: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction(work);
    } catch (error) {
      if (attempt >= TRIES || !RETRY.has(databaseError(error)?.code ?? '')) throw error;
      await new Promise((resolve) => setTimeout(resolve, attempt * 20));
    }
  }
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
