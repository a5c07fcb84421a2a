import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { type Embedded, startEmbedded } from '#db/embedded';
import { ask } from './contents';
import { at } from './database.global';

/** A server of the packages on which nothing of Wijkkas was ever, not even its roles; `another` makes an empty database. */
export function bareServer(): { url: string; another: (name: string) => Promise<string> } {
  const dir = mkdtempSync(join(tmpdir(), 'wijkkas-bare-'));
  let server: Embedded | undefined;
  const bare = {
    url: '',
    another: async (name: string) => {
      await ask(bare.url, (sql) => sql.unsafe(`create database ${name}`));
      return at(bare.url, name);
    },
  };
  beforeAll(async () => {
    server = await startEmbedded(dir, { fast: true });
    bare.url = server.url;
  });
  afterAll(async () => {
    await server?.stop();
    rmSync(dir, { recursive: true, force: true });
  });
  return bare;
}
