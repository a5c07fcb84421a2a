import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import postgres from 'postgres';
import { startEmbedded } from '../../db/embedded';
import { buildIsFresh } from '../../sources.mjs';
import { at } from '../support/database.global';

/**
 * Serves the built site with the named world on a throw-away database. Afterwards every invariant in db/checks must
 * still hold on what the browsers did.
 */
export default async function setup() {
  if (!buildIsFresh()) throw new Error('The build is not made of these sources: run `npm run build`.');
  const embedded = process.env.DATABASE_URL ? undefined : await startEmbedded('.data/test', { fast: true });
  const serverUrl = process.env.DATABASE_URL ?? embedded?.url ?? '';
  const name = `wijkkas_pages_${randomBytes(4).toString('hex')}`;
  const sql = postgres(serverUrl, { max: 1, onnotice: () => {} });
  await sql.unsafe(`create database ${name}`);
  const port = await freePort();
  const env = {
    ...process.env,
    DATABASE_URL: at(serverUrl, name),
    PORT: String(port),
    DEMO: '1',
    LOG_LEVEL: 'warn',
  };
  const server = spawn(process.execPath, ['server.js'], { stdio: ['ignore', 'ignore', 'inherit'], env });
  process.env.SITE = `http://localhost:${port}`;
  await answering(`${process.env.SITE}/healthz`, server);
  return async () => {
    const checks = spawnSync(process.execPath, ['build/server/cli.js', 'checks'], { env, encoding: 'utf8' });
    server.kill('SIGTERM');
    await new Promise((resolve) => server.once('exit', resolve));
    await sql.unsafe(`drop database if exists ${name} with (force)`);
    await sql.end();
    await embedded?.stop();
    if (checks.status !== 0)
      throw new Error(`checks after the browser tests: ${checks.stdout}${checks.stderr}`);
  };
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
