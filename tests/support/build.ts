import { join } from 'node:path';
import { inject } from 'vitest';

/** The path of a program of the build. Refuses what was built of other sources: it would answer for code that is gone. */
export function builtProgram(name: 'index.js' | 'cli.js'): string {
  if (!inject('freshBuild')) throw new Error('The build is not made of these sources: run `npm run build`.');
  return join(process.cwd(), 'build', 'server', name);
}
