import { type Backend } from './backend';
import { databaseError, OutcomeUnknown } from './fault';
import { Statement } from './statement';

/** The statements of one transaction. Once it is over, or its connection went, nothing more is sent for it. */
class Scope {
  #over = false;
  #failure: unknown;

  constructor(private readonly backend: Backend) {}

  unsafe(text: string, values?: readonly unknown[]): Statement {
    return new Statement((asArrays) => this.#send(text, values, asArrays));
  }

  /** Runs `work`, and throws what it or any of its statements threw: after a failed one there is nothing to commit. */
  async run<T>(work: (scope: Scope) => Promise<T>): Promise<T> {
    try {
      const result = await work(this);
      if (this.#failure !== undefined) throw this.#failure;
      return result;
    } catch (error) {
      // "Current transaction is aborted" tells less than what aborted it.
      throw databaseError(error)?.code === '25P02' ? (this.#failure ?? error) : error;
    } finally {
      this.#over = true;
    }
  }

  /** A transaction within this one: when `work` throws, what it did is undone and the rest may go on. */
  async savepoint<T>(work: (scope: Scope) => Promise<T>): Promise<T> {
    await this.#send('savepoint nested');
    try {
      const result = await work(this);
      if (this.#failure !== undefined) throw this.#failure;
      await this.#send('release savepoint nested');
      return result;
    } catch (error) {
      if (this.backend.alive) {
        await this.#send('rollback to savepoint nested');
        this.#failure = undefined;
      }
      throw error;
    }
  }

  async #send(text: string, values?: readonly unknown[], asArrays = false): Promise<unknown> {
    if (this.#over) throw new Error('this transaction is over: a statement of it came too late');
    try {
      return await this.backend.send(text, values, asArrays);
    } catch (error) {
      this.#failure ??= error;
      throw error;
    }
  }
}

export type { Scope };

const CHANGED = `select current_setting('wijkkas.public_change', true) as changed`;

/**
 * Runs `work` in one transaction on this connection; `changed` is called as soon as a write to what everybody may see is
 * committed, or may be. Throws what `work` throws, and OutcomeUnknown when the connection went
 * while it was committing; whatever else is thrown, nothing was kept.
 */
export async function inTransaction<T>(
  backend: Backend,
  work: (scope: Scope) => Promise<T>,
  changed: () => void,
): Promise<T> {
  await backend.send('begin');
  let result: T;
  try {
    result = await new Scope(backend).run(work);
  } catch (error) {
    // A connection that cannot even roll back is of no use to the next one.
    if (backend.alive) await backend.send('rollback').catch(() => backend.close());
    throw error;
  }
  const [mark, end] = await Promise.allSettled([backend.send(CHANGED), backend.send('commit')]);
  const kept = end.status === 'fulfilled';
  if ((kept || !backend.alive) && isMarked(mark)) changed();
  if (!kept) throw backend.alive ? end.reason : new OutcomeUnknown(end.reason);
  return result;
}

/** Whether the mark was there; a transaction whose mark could not be read may have had it. */
function isMarked(mark: PromiseSettledResult<unknown>): boolean {
  if (mark.status === 'rejected') return true;
  const [row] = mark.value as { changed: string | null }[];
  return Boolean(row?.changed);
}
