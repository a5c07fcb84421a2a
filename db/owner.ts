import postgres from 'postgres';

/** One connection of the owner of the database, for what takes as long as it takes: migrations, backups, restores. */
export type Owner = {
  query: <Row extends postgres.Row>(text: string, values?: readonly string[]) => Promise<Row[]>;
  /** `COPY … TO STDOUT` as a stream. */
  copyOut: (text: string) => Promise<NodeJS.ReadableStream>;
  /** `COPY … FROM STDIN` as a stream. */
  copyIn: (text: string) => Promise<NodeJS.WritableStream>;
};

/**
 * Does `work` on a connection of its own. When the connection is lost, whatever `work` still asks is refused: the driver
 * would connect again and let it land outside the transaction that it was part of.
 */
export async function asOwner<T>(url: string, work: (owner: Owner) => Promise<T>): Promise<T> {
  let lost = false;
  const sql = postgres(url, {
    max: 1,
    connect_timeout: 10,
    idle_timeout: 0,
    max_lifetime: null,
    fetch_types: false,
    onnotice: () => {},
    onclose: () => (lost = true),
    connection: {
      application_name: 'wijkkas owner',
      statement_timeout: 0,
      lock_timeout: 0,
      idle_in_transaction_session_timeout: 0,
    },
  });
  const ask = <Row extends postgres.Row>(text: string, values: readonly string[] = []) => {
    if (lost) throw new Error('The connection to the database was lost.');
    return sql.unsafe<Row[]>(text, [...values]);
  };
  try {
    return await work({
      query: async <Row extends postgres.Row>(text: string, values?: readonly string[]): Promise<Row[]> =>
        ask<Row>(text, values),
      copyOut: (text) => ask(text).readable(),
      copyIn: (text) => ask(text).writable(),
    });
  } finally {
    await sql.end({ timeout: 5 });
  }
}

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
