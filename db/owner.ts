import { connect } from 'node:net';
import { type Readable, type Writable } from 'node:stream';
import postgres from 'postgres';
import { ConnectionLost } from './backend';
import { asUnfit } from './unfit';

/** One connection of the owner of the database, for what takes as long as it takes: migrations, backups, restores. */
export type Owner = {
  query: <Row extends postgres.Row>(text: string, values?: readonly string[]) => Promise<Row[]>;
  /** `COPY … TO STDOUT` as a stream. */
  copyOut: (text: string) => Promise<AsyncIterable<Uint8Array>>;
  /** `COPY … FROM STDIN` as a stream. */
  copyIn: (text: string) => Promise<NodeJS.WritableStream>;
};

/**
 * Does `work` on a connection of its own. Throws UnfitDatabase where the server lets nobody in. When the connection is lost, whatever `work` still asks is refused: the driver
 * would connect again and let it land outside the transaction that it was part of.
 */
export async function asOwner<T>(url: string, work: (owner: Owner) => Promise<T>): Promise<T> {
  let lost = false;
  let lose = () => {};
  const gone = new Promise<never>((_, refuse) => (lose = () => refuse(new ConnectionLost())));
  gone.catch(() => (lost = true));
  const sql = postgres(url, {
    max: 1,
    connect_timeout: 10,
    idle_timeout: 0,
    max_lifetime: null,
    fetch_types: false,
    onnotice: () => {},
    ...promptly,
    onclose: () => lose(),
    connection: {
      application_name: 'wijkkas owner',
      statement_timeout: 0,
      lock_timeout: 0,
      idle_in_transaction_session_timeout: 0,
    },
  });
  const ask = <Row extends postgres.Row>(text: string, values: readonly string[] = []) => {
    if (lost) throw new ConnectionLost();
    return sql.unsafe<Row[]>(text, [...values]);
  };
  try {
    return await work({
      query: async <Row extends postgres.Row>(text: string, values?: readonly string[]): Promise<Row[]> =>
        Promise.race([ask<Row>(text, values), gone]),
      copyOut: async (text) => drained(endedBy(gone, await ask(text).readable())),
      copyIn: async (text) => endedBy(gone, await whole(ask(text))),
    });
  } catch (error) {
    throw asUnfit(error, url);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/**
 * Sends each piece at once. Else the end of a copy waits for the server to say that it heard what came before, which it puts
 * off for 40 ms: twice a table.
 */
const promptly = {
  socket: ({ host: [host = ''], port: [port = 0], path }: Address) =>
    path ? connect({ path }) : Object.assign(connect({ host, port, noDelay: true }), { host, port }),
};
type Address = { host: string[]; port: number[]; path?: string };

/** Does `work` in one transaction of that connection: all of it, or nothing. */
export async function inOneGo<T>({ query }: Owner, mode: string, work: () => Promise<T>): Promise<T> {
  await query(`begin ${mode}`);
  try {
    const result = await work();
    await query('commit');
    return result;
  } catch (error) {
    await query('rollback').catch(() => {});
    throw error;
  }
}

/** The driver leaves a stream waiting whose connection went. */
function endedBy<S extends Readable | Writable>(gone: Promise<never>, stream: S): S {
  stream.on('error', () => {});
  gone.catch((error: Error) => stream.destroy(error));
  return stream;
}

type Copy = { writable: () => Promise<Writable>; reject: (error: Error) => void };

/** The driver drops an error that comes after the last piece was sent, and leaves the stream waiting; here it ends it. */
async function whole(copy: object): Promise<Writable> {
  const asked = copy as Copy;
  const stream = await asked.writable();
  asked.reject = (error) => void stream.destroy(error);
  return stream;
}

/**
 * The driver stops reading from the server while a stream is full, and does not go on when that was its last piece. Whoever
 * leaves early lets the rest go by, so that the connection can be used again.
 */
async function* drained(stream: Readable): AsyncIterable<Uint8Array> {
  const goOn = () => stream._read(0);
  try {
    yield* stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>;
  } finally {
    if (stream.readableEnded) goOn();
    else stream.once('end', goOn).resume();
  }
}
