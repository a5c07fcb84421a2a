import { join } from 'node:path';
import { inject } from 'vitest';

/** Refuses a build of other sources: what it does says nothing about these. For tests that start the built site. */
export function requireBuild(): void {
  if (!inject('freshBuild')) throw new Error('The build is not made of these sources: run `npm run build`.');
}

/** The path of a program of the build. */
export function builtProgram(name: 'index.js' | 'cli.js'): string {
  requireBuild();
  return join(process.cwd(), 'build', 'server', name);
}
