import postgres from 'postgres';
import { type Parsing, teachArrays } from './arrays';
import { isNetwork } from './fault';

const OPENING_MS = 5_000;

export type BackendSettings = { url: string; connection: Record<string, string | number>; parsing: Parsing };

/** The connection went before this statement was answered, or was gone already; nothing more is sent over it. */
export class ConnectionLost extends Error {
  readonly code = 'CONNECTION_LOST';

  constructor(cause?: unknown) {
    super('the connection to the database is lost', { cause });
    this.name = 'ConnectionLost';
  }
}

/**
 * One connection to a PostgreSQL backend. When it goes it is thrown away: the driver would open it again under whoever still
 * holds it, and let their next statement land in somebody else's transaction (docs/decisions/0008).
 */
export class Backend {
  #alive = true;
  readonly #waiting = new Set<(error: Error) => void>();

  private constructor(
    private readonly client: postgres.Sql,
    private readonly reserved: Pick<postgres.ReservedSql, 'unsafe' | 'release'>,
    whenLost: (forget: () => void) => void,
  ) {
    whenLost(() => this.#forget());
  }

  /** Connects, and waits until the backend is ready. Throws what kept it from being so. */
  static async open({ url, connection, parsing }: BackendSettings): Promise<Backend> {
    let lost = false;
    let onLost = () => {};
    const client = postgres(url, {
      max: 1,
      connect_timeout: OPENING_MS / 1000,
      fetch_types: false,
      max_lifetime: null,
      // Only what nobody holds any more can be idle here: a connection that came up after its opener had given up.
      idle_timeout: 30,
      onnotice: () => {},
      connection,
      onclose: () => {
        lost = true;
        onLost();
      },
    });
    Object.assign(client.options.parsers, parsing.parsers);
    Object.assign(client.options.serializers, parsing.serializers);
    teachArrays(client.options);
    try {
      // Asking first, because the driver never reserves a connection that it opens for that alone.
      const opening = client.unsafe('select 1').then(() => client.reserve());
      const reserved = await within(OPENING_MS, opening);
      if (lost) throw new ConnectionLost();
      return new Backend(client, reserved, (forget) => (onLost = forget));
    } catch (error) {
      void client.end({ timeout: 0 });
      throw error;
    }
  }

  get alive(): boolean {
    return this.#alive;
  }

  /**
   * Sends one statement; several may be on their way at once, and are done in order. With a name (`prepare`) the server is
   * asked once per connection what types its parameters have, not each time. Throws ConnectionLost without sending anything
   * when the connection is gone, and as soon as it goes.
   */
  send(text: string, values: readonly unknown[] = [], asArrays = false): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (!this.#alive) return reject(new ConnectionLost());
      this.#waiting.add(reject);
      const query = this.reserved.unsafe(text, values as never[], { prepare: true });
      (asArrays ? query.values() : query)
        .then(resolve, (error: unknown) => reject(isNetwork(error) ? this.#lostBy(error) : error))
        .finally(() => this.#waiting.delete(reject));
    });
  }

  /** Ends the connection; what is on its way fails. */
  async close(): Promise<void> {
    // The driver would wait the whole second for who holds the connection: we do.
    if (this.#alive) this.reserved.release();
    this.#forget();
    await this.client.end({ timeout: 1 });
  }

  #lostBy(error: unknown): ConnectionLost {
    this.#forget();
    return new ConnectionLost(error);
  }

  /** The driver calls this before any waiting statement hears of it, so that none of them can send another. */
  #forget(): void {
    if (!this.#alive) return;
    this.#alive = false;
    for (const reject of this.#waiting) reject(new ConnectionLost());
    this.#waiting.clear();
    void this.client.end();
  }
}

/** The driver tries for ever to reach who takes the connection and drops it: that is a connection nobody gets. */
async function within<T>(ms: number, opening: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(Object.assign(new Error('no connection in time'), { code: 'CONNECT_TIMEOUT' })),
      ms,
    );
  });
  return Promise.race([opening, tooLong]).finally(() => clearTimeout(timer));
}
