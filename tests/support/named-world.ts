import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import postgres from 'postgres';
import { type Config } from '../../app/http/config.server';
import { type openSite } from '../../app/server';

/** Plants the named world into a migrated database, and waits until the jobs of a first start are done: its round is counted. */
export async function plantNamedWorld(open: typeof openSite, url: string): Promise<void> {
  const { close } = await open(configFor(url, true));
  const sql = postgres(url, { max: 1 });
  try {
    for (let tries = 0; (await sql`select 1 from graphile_worker.jobs limit 1`).length > 0; tries++) {
      if (tries > 600) throw new Error('the jobs of the first start are not done after a minute');
      await wait(100);
    }
  } finally {
    await Promise.all([sql.end(), close()]);
  }
}

/** The secret of the sites of this process. */
export const testSecret = randomBytes(32).toString('hex');

export const configFor = (databaseUrl: string, demo: boolean): Config => ({
  port: 0,
  host: '127.0.0.1',
  databaseUrl,
  origins: [],
  secret: testSecret,
  demo,
  smtpUrl: undefined,
  mailFrom: 'Wijkkas <test@wijkkas.example>',
  contact: 'contact@wijkkas.example',
  theme: 'vierstromen',
  bank: { iban: 'NL71VIER0123456789', name: 'Gemeente Vierstromen' },
  oidc: null,
  uploadBytes: 1_048_576,
  trustProxy: false,
  logLevel: 'error',
});
