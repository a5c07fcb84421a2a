// Brings a checkout up to date before a command: packages when the lock changed, the build when it is not of these sources.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { buildIsFresh } from './sources.mjs';

/** When something was changed, in milliseconds; 0 where nothing is. */
const changed = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

function run(args) {
  const env = { ...process.env, NODE_ENV: undefined };
  delete env.NODE_ENV;
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  // What a command prints must stay its own: everything said here goes to stderr.
  const result = spawnSync(npm, args, { stdio: ['ignore', 2, 2], env, shell: process.platform === 'win32' });
  if (result.status !== 0) process.exit(result.status ?? 1);
}

if (changed('package-lock.json') > changed('node_modules/.package-lock.json')) run(['ci', '--include=dev']);
if (!process.argv.includes('--no-build') && !buildIsFresh()) run(['run', 'build']);
