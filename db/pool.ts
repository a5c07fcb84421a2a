import { Backend, type BackendSettings } from './backend';
import { databaseError, PoolBusy } from './fault';

const SERVER_FULL = '53300';

type Waiter = { take: (backend: Backend | Promise<Backend>) => void; timer: NodeJS.Timeout };

/** At most `max` connections, opened when first wanted. Whoever comes when all are taken waits in line, at most `waitMs`. */
export class Pool {
  readonly #free: Backend[] = [];
  readonly #line: Waiter[] = [];
  readonly #all = new Set<Backend>();
  #open = 0;

  constructor(
    private readonly settings: BackendSettings,
    private readonly max: number,
    private readonly waitMs: number,
  ) {}

  /** Lends a connection to `work` alone. Throws PoolBusy when none came free in time, and what `work` throws. */
  async use<T>(work: (backend: Backend) => Promise<T>): Promise<T> {
    const backend = await this.#take();
    try {
      return await work(backend);
    } finally {
      this.#giveBack(backend);
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.#all].map((backend) => backend.close()));
  }

  #take(): Promise<Backend> {
    for (let backend = this.#free.pop(); backend; backend = this.#free.pop()) {
      if (backend.alive) return Promise.resolve(backend);
      this.#drop(backend);
    }
    return this.#open < this.max ? this.#connect() : this.#standInLine();
  }

  #standInLine(): Promise<Backend> {
    return new Promise((take, refuse) => {
      const timer = setTimeout(() => {
        this.#line.splice(this.#line.indexOf(waiter), 1);
        refuse(new PoolBusy());
      }, this.waitMs);
      const waiter = { take, timer };
      this.#line.push(waiter);
    });
  }

  async #connect(): Promise<Backend> {
    this.#open++;
    try {
      const backend = await Backend.open(this.settings);
      this.#all.add(backend);
      return backend;
    } catch (error) {
      this.#open--;
      // The server has no room for one more: one of ours comes free.
      if (databaseError(error)?.code === SERVER_FULL && this.#open > 0) return this.#standInLine();
      this.#callNext();
      throw error;
    }
  }

  #giveBack(backend: Backend): void {
    if (!backend.alive) {
      this.#drop(backend);
      // What took this one may have taken the others, and they do not know yet: the next one gets a new connection.
      for (const idle of this.#free.splice(0)) void this.#drop(idle).close();
      return this.#callNext();
    }
    const next = this.#next();
    if (next) next.take(backend);
    else this.#free.push(backend);
  }

  /** A place came free, without a connection in it. */
  #callNext(): void {
    this.#next()?.take(this.#connect());
  }

  #next(): Waiter | undefined {
    const next = this.#line.shift();
    clearTimeout(next?.timer);
    return next;
  }

  #drop(backend: Backend): Backend {
    this.#all.delete(backend);
    this.#open--;
    return backend;
  }
}
