import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the site keeps what it made itself. */
export const dataFolder = '.data';
const FILE = join(dataFolder, 'secret');

/** The secret that was made here, if one was. */
export const keptSecret = () => (existsSync(FILE) ? readFileSync(FILE, 'utf8') : undefined);

/** On one's own machine the secret is made once and kept beside the data. */
export const ownSecret = () => keptSecret() ?? keepSecret(randomBytes(32).toString('hex'));

/** Keeps a secret where the site looks for it; never writes over one. */
export const keepSecret = (secret: string) => write('secret', secret, 'wx');

/** Keeps the secret of a backup beside another one that is in use. */
export const keepBeside = (secret: string) => write('secret.restored', secret, 'w');

function write(name: string, secret: string, flag: 'w' | 'wx'): string {
  mkdirSync(dataFolder, { recursive: true });
  writeFileSync(join(dataFolder, name), secret, { mode: 0o600, flag });
  return secret;
}
