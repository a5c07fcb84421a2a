import postgres from 'postgres';

/**
 * Why the database did not answer: it is `away` (gone, starting, unreachable), or `busy` (a row is held too long, no
 * connection came free in time). Neither is anybody's mistake: it helps to try again.
 */
export type Fault = 'away' | 'busy';

const BUSY = new Set(['55P03', '57014', '53300', '40001', '40P01']);
const AWAY = new Set(['57P01', '57P02', '57P03', '58000', '53100', '53200']);
const NETWORK =
  /^(ECONN|EPIPE|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|ENOENT|ENOTFOUND|EAI_AGAIN|CONNECT_TIMEOUT|CONNECTION_)/;

/** The connection of a transaction went while its COMMIT was under way: whether it was kept is not known. */
export class OutcomeUnknown extends Error {
  constructor(cause: unknown) {
    super('the connection went while committing', { cause });
    this.name = 'OutcomeUnknown';
  }
}

/** No connection came free in time. */
export class PoolBusy extends Error {
  constructor() {
    super('no connection to the database came free in time');
    this.name = 'PoolBusy';
  }
}

/** What befell the database, when that is why `error` was thrown; undefined for every other error. */
export function faultOf(error: unknown): Fault | undefined {
  if (error instanceof OutcomeUnknown) return 'away';
  if (error instanceof PoolBusy) return 'busy';
  const code = databaseError(error)?.code;
  if (code === undefined) return isNetwork(error) ? 'away' : undefined;
  if (BUSY.has(code)) return 'busy';
  return AWAY.has(code) || code.startsWith('08') ? 'away' : undefined;
}

/** Whether it was the way to the database that failed, and not the database that refused. */
export const isNetwork = (error: unknown): boolean => NETWORK.test(networkCode(error) ?? '');

/** The database's own error behind what the query builder throws, if there is one. */
export function databaseError(error: unknown): postgres.PostgresError | undefined {
  if (error instanceof postgres.PostgresError) return error;
  return error instanceof Error && error.cause ? databaseError(error.cause) : undefined;
}

function networkCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, syscall } = error as NodeJS.ErrnoException;
  // A file that is not there is no database that is not there.
  if (code === 'ENOENT' && syscall !== 'connect') return undefined;
  return code ?? networkCode(error.cause);
}
