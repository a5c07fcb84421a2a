// Brings a checkout up to date before a command: packages when the lock changed, the build when a source changed.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = ['app', 'db', 'public', 'package-lock.json', 'remix.config.js', 'vite.config.ts'];

/** The newest change below a path, in milliseconds; 0 where nothing is. */
function changed(path) {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => changed(join(path, name))), 0);
}

function run(args) {
  const env = { ...process.env, NODE_ENV: undefined };
  delete env.NODE_ENV;
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  // What a command prints must stay its own: everything said here goes to stderr.
  const result = spawnSync(npm, args, { stdio: ['ignore', 2, 2], env, shell: process.platform === 'win32' });
  if (result.status !== 0) process.exit(result.status ?? 1);
}

if (changed('package-lock.json') > changed('node_modules/.package-lock.json')) run(['ci', '--include=dev']);
if (!process.argv.includes('--no-build')) {
  const built = changed('build/server/index.js');
  if (SOURCES.some((path) => changed(path) > built)) run(['run', 'build']);
}
