import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { connect } from '#db/client';
import { startEmbedded } from '#db/embedded';
import { migrate } from '#db/migrate';

/** A folder to run the site in, with a database server of its own that may be hurt; `drop` ends it and takes it away. */
export type OwnServer = { url: string; folder: string; drop: () => Promise<void> };

/** Makes one in `folder`, which it makes and takes away. */
export async function ownServer(folder: string): Promise<OwnServer> {
  mkdirSync(folder, { recursive: true });
  for (const part of ['build', 'db']) symlinkSync(join(process.cwd(), part), join(folder, part));
  const server = await startEmbedded(join(folder, '.data'));
  await migrate(server.url);
  let dropped: Promise<void> | undefined;
  const drop = async () => {
    await server.stop();
    await gone(server.url);
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: server.url, folder, drop: () => (dropped ??= drop()) };
}

/** Waits until nobody answers there any more: then its folder may go. */
async function gone(url: string): Promise<void> {
  for (let tries = 0; tries < 50; tries++) {
    const { db, close } = connect(url, { owner: true, max: 1 });
    const isThere = await db.execute(sql`select 1`).then(
      () => true,
      () => false,
    );
    await close();
    if (!isThere) return;
    await sleep(100);
  }
}
