import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dataFolder } from './secret.server';

/** How much room there is on the disk of the data folder, in bytes; of the program's where nothing is kept yet. */
export async function diskRoom(): Promise<{ free: number; total: number }> {
  const { bsize, blocks, bavail } = await statfs(existsSync(dataFolder) ? dataFolder : '.');
  return { free: bsize * bavail, total: bsize * blocks };
}

export { version as programVersion } from '#db/version';
