import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { startEmbedded } from '#db/embedded';

/** An empty database that nobody else knows; `drop` takes it away, whoever is still in it. */
export type Scratch = { url: string; drop: () => Promise<void> };

/** Makes a throw-away database on the server of DATABASE_URL, or on the one that comes with Wijkkas. */
export async function scratchDatabase(env: NodeJS.ProcessEnv): Promise<Scratch> {
  const embedded = env.DATABASE_URL ? undefined : await startEmbedded('.data');
  const server = env.DATABASE_URL ?? embedded?.url ?? '';
  const name = `wijkkas_bench_${randomBytes(4).toString('hex')}`;
  const url = new URL(server);
  url.pathname = `/${name}`;
  await onServer(server, `create database ${name}`);
  let dropped: Promise<void> | undefined;
  const drop = async () => {
    await onServer(server, `drop database ${name} with (force)`);
    await embedded?.stop();
  };
  return { url: url.toString(), drop: () => (dropped ??= drop()) };
}

async function onServer(url: string, statement: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await sql.unsafe(statement);
  } finally {
    await sql.end();
  }
}
