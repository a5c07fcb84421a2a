import { connect, type Database } from '#db/client';
import { startEmbedded } from '#db/embedded';
import { appLogin } from '#db/login';
import { migrate } from '#db/migrate';

/** Does `work` with the address of the database that the site uses with the same settings: DATABASE_URL or the one in `.data`. */
export async function onServer<T>(env: NodeJS.ProcessEnv, work: (url: string) => Promise<T>): Promise<T> {
  const embedded = env.DATABASE_URL ? undefined : await startEmbedded('.data');
  try {
    return await work(env.DATABASE_URL ?? embedded?.url ?? '');
  } finally {
    await embedded?.stop();
  }
}

/** The database that the site uses with the same settings, brought up to date: DATABASE_URL or the one in `.data`. */
export async function openDatabase(
  env: NodeJS.ProcessEnv,
): Promise<{ db: Database; close: () => Promise<void> }> {
  const embedded = env.DATABASE_URL ? undefined : await startEmbedded('.data');
  const url = env.DATABASE_URL ?? embedded?.url ?? '';
  const ready = migrate(url).then(() => appLogin(url));
  const connection = connect(
    await ready.catch(async (error: unknown) => {
      await embedded?.stop();
      throw error;
    }),
  );
  return {
    db: connection.db,
    close: async () => {
      await connection.close();
      await embedded?.stop();
    },
  };
}
