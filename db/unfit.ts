import { databaseError } from './fault';

/** The database is not one that this version can work with; the message says why, and what to do. Nothing was changed. */
export class UnfitDatabase extends Error {
  override name = 'UnfitDatabase';
}

/** What keeps a user out of the database at `url`, with what to do about it; any other error as it is. */
export function asUnfit(error: unknown, url: string): unknown {
  const { host, pathname, username } = new URL(url);
  const name = pathname.slice(1);
  const messages: Record<string, string> = {
    '28P01': `The server at ${host} refuses user ${username}: the password in DATABASE_URL is wrong.`,
    '28000': `The server at ${host} lets nobody in as user ${username} from here. Correct DATABASE_URL, or pg_hba.conf on the server.`,
    '3D000': `There is no database ${name} on ${host}. Make it first: createdb ${name}.`,
    '55P03': `Somebody keeps tables of this database busy, so that they cannot be brought up to date. Stop other programs on it and start again.`,
  };
  const message = messages[databaseError(error)?.code ?? ''];
  return message ? new UnfitDatabase(message, { cause: error }) : error;
}
