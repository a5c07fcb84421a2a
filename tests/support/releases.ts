import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = join('tests', 'fixtures', 'releases');

/** A backup of the demonstration of each release that landed, planted by the code of that release; oldest first. */
export const releases = readdirSync(folder).map((name) => ({ name, dir: join(folder, name) }));

export const latestRelease = join(folder, 'real-rounds');
