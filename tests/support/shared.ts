import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Absolute path of a file in the read-only material beside the project (`golden/worked-examples.json`),
 * or null where that folder is absent: tests that need it then skip with a visible reason.
 */
export function sharedFile(path: string): string | null {
  const file = fileURLToPath(new URL(`../../../shared/${path}`, import.meta.url));
  return existsSync(file) ? file : null;
}
