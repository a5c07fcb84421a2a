import { join } from 'node:path';
import { buildIsFresh } from '../../sources.mjs';

/** Refuses a build of other sources: what it does says nothing about these. Asked once, before the first test. */
export function requireBuild(): void {
  if (!buildIsFresh()) throw new Error('The build is not made of these sources: run `npm run build`.');
}

/** The path of a program of the build. */
export const builtProgram = (name: 'index.js' | 'cli.js') => join(process.cwd(), 'build', 'server', name);
