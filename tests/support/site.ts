import { createHash, randomBytes } from 'node:crypto';
import { type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { pathToFileURL } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll } from 'vitest';
import { session } from '#db/schema';
import type * as AppServer from '../../app/server';
import { type Site } from '../../app/http/site.server';
import { builtProgram } from './build';
import { templateOf, type TestDatabase, useDatabase } from './database';
import { type Line } from './line';
import { configFor, plantNamedWorld } from './named-world';

export { configFor };

type Built = typeof AppServer;
type Sent = { cookie?: string; body?: Record<string, string>; headers?: Record<string, string> };

export type TestSite = {
  origin: string;
  database: TestDatabase;
  site: Site;
  built: Built;
  /** Moves the site's clock to this moment; it stands still there. */
  setNow: (now: Date) => void;
  /** A cookie header of a fresh session. */
  signInAs: (personId: string, assurance: 'code' | 'strong') => Promise<string>;
  get: (path: string, sent?: Sent) => Promise<Response>;
  post: (path: string, sent?: Sent) => Promise<Response>;
  ask: (method: string, path: string, sent?: Sent) => Promise<Response>;
};

const namedWorld = templateOf('demo', async (url) => plantNamedWorld((await builtServer()).openSite, url));

/** Set once the site is open: residents find a site that mails, and letters wait. */
const nowhere = 'smtp://127.0.0.1:9';

/**
 * The site as it was built (`npm run build`), in this process, on a database of its own, over `line` if given; `demo` adds
 * the named world, and with `mails` residents may begin an initiative.
 */
export function useSite(options: { demo?: boolean; line?: Line; mails?: boolean } = {}): TestSite {
  const database = useDatabase({ max: 2, template: options.demo ? namedWorld : undefined });
  const it = { database } as TestSite;
  let stop = () => Promise.resolve();
  let server: Server | undefined;

  beforeAll(async () => {
    it.built = await builtServer();
    const url = (await options.line?.through(database.url)) ?? database.url;
    const config = configFor(url, options.demo ?? false);
    const opened = await it.built.openSite(config);
    if (options.mails) config.smtpUrl = nowhere;
    it.site = opened.site;
    stop = opened.close;
    server = await it.built.listen(await it.built.createApp(it.site), 0, '127.0.0.1');
    it.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    (config.origins as string[]).push(it.origin);
    Object.assign(it, callers(it));
  });

  afterAll(async () => {
    await closed(server);
    await stop();
    await options.line?.cut();
  });
  return it;
}

async function closed(server: Server | undefined): Promise<void> {
  if (!server) return;
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

/** Imported by address, so that vitest runs the bundle as Node would. */
export function builtServer(): Promise<Built> {
  return import(/* @vite-ignore */ pathToFileURL(builtProgram('index.js')).href) as Promise<Built>;
}

/** For a site without a page that tells how it is. */
export const steadyPulse: Site['pulse'] = {
  answers: () => Promise.resolve(true),
  close: () => Promise.resolve(),
};

function callers(it: TestSite): Pick<TestSite, 'setNow' | 'signInAs' | 'get' | 'post' | 'ask'> {
  const ask = async (method: string, path: string, { cookie, body, headers }: Sent = {}) => {
    // What a test wrote by itself is as another process's: the site hears of it a moment later.
    if (!cookie) await Promise.race([it.site.publicVersion.catchUp().catch(() => undefined), sleep(300)]);
    return fetch(it.origin + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(method === 'GET' ? {} : { Origin: it.origin }),
        ...(cookie ? { cookie } : {}),
        ...headers,
      },
      body: body && new URLSearchParams(body),
    });
  };
  return {
    ask,
    get: (path, sent) => ask('GET', path, sent),
    post: (path, sent) => ask('POST', path, { body: {}, ...sent }),
    setNow: (now) => {
      it.site.now = () => now;
    },
    signInAs: async (personId, assurance) => {
      const token = (assurance === 'strong' ? 's' : 'c') + randomBytes(32).toString('base64url');
      const id = createHash('sha256').update(token).digest('hex');
      const createdAt = it.site.now();
      const expiresAt = new Date(createdAt.getTime() + 2 * 3_600_000);
      await it.database.app.db
        .insert(session)
        .values({ id, userId: personId, createdAt, expiresAt, assurance });
      return `__Host-wijkkas=${token}`;
    },
  };
}

/** The cookies that an answer sets, as the next request sends them back. */
export function cookiesOf(answer: Response, before = ''): string {
  const jar = new Map(before.split('; ').filter(Boolean).map(pair));
  for (const set of answer.headers.getSetCookie()) {
    const [name, value] = pair(set.split(';')[0] ?? '');
    if (/max-age=0/i.test(set)) jar.delete(name);
    else jar.set(name, value);
  }
  return [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
}

function pair(text: string): [string, string] {
  const at = text.indexOf('=');
  return [text.slice(0, at), text.slice(at + 1)];
}
