import { join } from 'node:path';
import { createRequestHandler } from '@remix-run/express';
import { type ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import { guardOrigin, limitBody, readAddress } from './http/guard.server';
import { giveNonce, keepPrivate, permissions, secureHeaders } from './http/headers.server';
import { brotliOptions } from './http/packing.server';
import { type ProxyWatch, watchProxy } from './http/proxy.server';
import { byFirstWord } from './http/part-of-site.server';
import { logRequests } from './http/request-log.server';
import { sharedPages } from './http/shared-pages.server';
import { type Site } from './http/site.server';

export { build };
export { readConfig } from './http/config.server';
export { drain, listen } from './http/listen.server';
export { firstAdminLink, openSite } from './start.server';

/** The pages as Remix built them; in development, as they are now. */
const build = () => import('virtual:remix/server-build') as Promise<ServerBuild>;

/**
 * The whole site as one Express app: guards, files, health, then Remix. `assets` serves files in development; else the pages
 * are there before the first visitor is, and their table is made once.
 */
export async function createApp(site: Site, assets?: RequestHandler): Promise<Express> {
  const app = express();
  const pages = assets ? build : await build();
  const proxy = watchProxy(site);
  app.disable('x-powered-by');
  app.set('trust proxy', site.config.trustProxy ? 1 : false);
  app.set('query parser', 'simple');
  app.use(giveNonce, secureHeaders(assets !== undefined), permissions, proxy.note);
  app.use(logRequests(site.log));
  app.use(
    guardOrigin(site.config.origins),
    limitBody(site.config.uploadBytes),
    readAddress,
    compression({ brotli: brotliOptions }),
  );
  app.get('/healthz', health(site, proxy));
  if (typeof pages !== 'function') app.use(sharedPages(site, pages));
  app.use(assets ?? files());
  app.all('*', keepPrivate, typeof pages === 'function' ? remix(site, pages) : remixByWord(site, pages));
  app.use(lastResort(site));
  return app;
}

function remixByWord(site: Site, pages: ServerBuild): RequestHandler {
  const handlerOf = byFirstWord(pages, (part) => remix(site, part));
  return (req, res, next) => handlerOf(req.path)(req, res, next);
}

const remix = (site: Site, pages: ServerBuild | typeof build): RequestHandler =>
  createRequestHandler({
    build: pages,
    mode: typeof pages === 'function' ? 'development' : 'production',
    getLoadContext: (req, res) => ({
      site,
      nonce: res.locals.nonce as string,
      ip: req.ip ?? '',
      proxied: res.locals.proxied === true,
      setCookie: (cookie) => res.append('Set-Cookie', cookie),
      setRetryAfter: (seconds) => res.setHeader('Retry-After', String(seconds)),
      keepFromOthers: () => res.setHeader('Cache-Control', 'no-store'),
    }),
  });

/** What was built never changes under its name; the rest is asked again after an hour. */
function files(): RequestHandler {
  const router = express.Router();
  const client = join(process.cwd(), 'build', 'client');
  router.use(
    '/assets',
    express.static(join(client, 'assets'), { immutable: true, maxAge: '1y', index: false }),
  );
  router.use(express.static(client, { maxAge: '1h', index: false, dotfiles: 'allow' }));
  return router;
}

/** Answers within two seconds, whatever befell the database. */
const health =
  ({ pulse }: Site, proxy: ProxyWatch): RequestHandler =>
  async (_req, res) => {
    const isThere = await pulse.answers();
    res.setHeader('Cache-Control', 'no-store');
    const database = isThere ? 'ok' : 'down';
    res.status(isThere ? 200 : 503).json({ process: 'ok', database, proxy: proxy.state() });
  };

const lastResort =
  (site: Site): ErrorRequestHandler =>
  (error: unknown, _req, res, next) => {
    site.log.error({ err: error }, 'unanswered');
    if (res.headersSent) return next(error);
    const status = error instanceof URIError ? 400 : 500;
    res.status(status).type('text/plain; charset=utf-8').end('Er ging iets mis. Probeer het zo nog eens.\n');
  };
