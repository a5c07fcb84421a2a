import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import postgres from 'postgres';
import { at } from '../support/database.global';

/** A served town of a worker's own: its address, its database, and the ids of its named people. */
export type Town = { origin: string; databaseUrl: string; people: Map<string, string> };

/** Serves a town while `use` lasts. Afterwards every invariant in db/checks must still hold on what the browser did. */
export async function withTown(use: (town: Town) => Promise<void>): Promise<void> {
  await serveTown(async (town) => {
    await use(town);
    assertCoherent(town.databaseUrl);
  });
}

/** Throws when anything that the browser did breaks an invariant of db/checks. */
export function assertCoherent(databaseUrl: string): void {
  const env = { ...process.env, DATABASE_URL: databaseUrl };
  const checks = spawnSync(process.execPath, ['build/server/cli.js', 'checks'], { env, encoding: 'utf8' });
  if (checks.status !== 0)
    throw new Error(`checks after the browser tests: ${checks.stdout}${checks.stderr}`);
}

/** Serves the built site on a clone of the named world while `use` lasts. */
export async function serveTown(use: (town: Town) => Promise<void>): Promise<void> {
  const { TOWN_TEMPLATE: template = '' } = process.env;
  await serve({ template, env: { DEMO: '1' } }, async ({ origin, databaseUrl }) =>
    use({ origin, databaseUrl, people: await peopleOf(databaseUrl) }),
  );
}

type Served = { origin: string; databaseUrl: string; said: () => string };

/** Serves the built site on a database of its own while `use` lasts: a clone of `template`, or an empty one. */
export async function serve(
  { template, env: own }: { template?: string; env: Record<string, string> },
  use: (served: Served) => Promise<void>,
): Promise<void> {
  const { TOWN_SERVER: serverUrl = '', TOWN_TEMPLATE: prefix = '' } = process.env;
  const name = `${prefix}_${randomBytes(4).toString('hex')}`;
  const admin = postgres(serverUrl, { max: 1, onnotice: () => {} });
  await admin.unsafe(`create database ${name} ${template ? `template ${template} strategy file_copy` : ''}`);
  const port = await freePort();
  const databaseUrl = at(serverUrl, name);
  const env = { ...process.env, DATABASE_URL: databaseUrl, PORT: String(port), LOG_LEVEL: 'warn', ...own };
  const server = spawn(process.execPath, ['server.js'], { stdio: ['ignore', 'pipe', 'inherit'], env });
  let said = '';
  server.stdout.on('data', (piece: Buffer) => {
    said += piece.toString();
  });
  try {
    const origin = `http://localhost:${port}`;
    await answering(`${origin}/healthz`, server);
    await use({ origin, databaseUrl, said: () => said });
  } finally {
    if (server.exitCode === null && server.kill('SIGTERM')) await once(server, 'exit');
    await admin.unsafe(`drop database if exists ${name} with (force)`);
    await admin.end();
  }
}

async function peopleOf(databaseUrl: string): Promise<Town['people']> {
  const sql = postgres(databaseUrl, { max: 1 });
  const rows = await sql`select name, id from person where persona is not null`;
  await sql.end();
  return new Map(rows.map(({ name, id }) => [String(name), String(id)]));
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

async function answering(url: string, server: ReturnType<typeof spawn>): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const ok = await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ok) return;
    if (server.exitCode !== null || Date.now() > deadline) throw new Error('The site did not start.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
