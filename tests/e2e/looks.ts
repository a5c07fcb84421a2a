import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Known } from './axe';

/** What was clean in this run, whichever worker saw it: an empty file each, in a folder of the run (global-setup.ts). */
export const looks: Known = {
  has: (look) => existsSync(at(look)),
  add: (look) => writeFileSync(at(look), ''),
};

const at = (look: string) => join(process.env.LOOKS ?? '', look);
