// What the build is made of, as one hash: the build writes it down, and whoever uses the build asks whether it is still so.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = [
  'app',
  'db',
  'public',
  'package-lock.json',
  'remix.config.js',
  'tsconfig.json',
  'vite.config.ts',
];
/** Beside the server build. */
export const HASH_FILE = 'sources.sha256';

function filesBelow(path) {
  if (!statSync(path).isDirectory()) return /\.test\.tsx?$/.test(path) ? [] : [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}

/** The hash of every source's path and content; tests that lie beside them do not count. */
export function sourcesHash() {
  const hash = createHash('sha256');
  for (const path of SOURCES.flatMap(filesBelow)) {
    hash.update(`${path}\0`).update(createHash('sha256').update(readFileSync(path)).digest());
  }
  return hash.digest('hex');
}

/** Whether there is a build, and it was made of the sources as they are now. */
export function buildIsFresh() {
  try {
    return readFileSync(join('build', 'server', HASH_FILE), 'utf8') === sourcesHash();
  } catch {
    return false;
  }
}
