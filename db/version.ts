import { readFileSync } from 'node:fs';

/** Which Wijkkas this is, as its package says it. */
export const version = () =>
  (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version;
