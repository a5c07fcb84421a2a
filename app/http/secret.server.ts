import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const DATA = '.data';
const FILE = join(DATA, 'secret');

/** The secret that was made here, if one was. */
export const keptSecret = () => (existsSync(FILE) ? readFileSync(FILE, 'utf8') : undefined);

/** On one's own machine the secret is made once and kept beside the data. */
export const ownSecret = () => keptSecret() ?? keepSecret(randomBytes(32).toString('hex'));

/** Keeps a secret where the site looks for it; never writes over one. */
export const keepSecret = (secret: string) => write('secret', secret, 'wx');

/** Keeps the secret of a backup beside another one that is in use. */
export const keepBeside = (secret: string) => write('secret.restored', secret, 'w');

function write(name: string, secret: string, flag: 'w' | 'wx'): string {
  mkdirSync(DATA, { recursive: true });
  writeFileSync(join(DATA, name), secret, { mode: 0o600, flag });
  return secret;
}
