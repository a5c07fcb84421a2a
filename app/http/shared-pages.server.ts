import { createHash, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { type AppLoadContext, createRequestHandler, type ServerBuild } from '@remix-run/node';
import { type Request as Asked, type RequestHandler, type Response as Answer } from 'express';
import { LRUCache } from 'lru-cache';
import { type Locale } from '~/i18n';
import { isForOne } from './headers.server';
import { localeCookie, localeOf } from './locale.server';
import { brotliOptions } from './packing.server';
import { byFirstWord } from './part-of-site.server';
import { type Site } from './site.server';

const MOST_BYTES = 24 * 1024 * 1024;
const MINUTE_MS = 60_000;

/** What a page was made of: the facts of this version, at this minute. Both still so, it would be made the same again. */
type Moment = { version: number; minute: number };
type Page = { body: Buffer; tag: string; packed: Map<Packing, Promise<Buffer>> };
/** What cannot be given to others, for the one who asked it: no page, or one that said something to them alone. */
type Other = { status: number; headers: [string, string][]; text: string; nonce: string };
type Made = { page: Page; other?: never } | { page: null; other: Other };
type Kept = Moment & { page: Page | null };

/**
 * Gives pages that are the same for everybody: made once per address and language for as long as nothing public changed, and
 * at most for the minute, since what is open or over turns with the clock. Who is signed in, sends a form or follows a link
 * of their own is not answered here; a page that brings scripts is made for each, with a nonce of its own.
 */
export function sharedPages(site: Site, build: ServerBuild): RequestHandler {
  const handlerOf = byFirstWord(build, (part) => createRequestHandler(part, 'production'));
  const kept = new LRUCache<string, Kept>({
    maxSize: MOST_BYTES,
    // A page that was packed too takes about half as much again.
    sizeCalculation: ({ page }, key) => Math.ceil(key.length + (page?.body.length ?? 0) * 1.5) + 200,
  });
  const making = new Map<string, Promise<Made>>();

  async function make(url: string, locale: Locale): Promise<Made> {
    const said: [string, string][] = [];
    const context = contextOf(site, (...header) => said.push(header));
    const request = new Request(`${site.config.origins[0] ?? 'http://localhost'}${url}`, {
      headers: { Cookie: await cookieOf(locale) },
    });
    const response = await handlerOf(new URL(request.url).pathname)(request, context);
    const text = await response.text();
    const { status, headers } = response;
    // Every script of ours carries the nonce.
    const hasScripts = text.includes(context.nonce);
    if (status === 200 && said.length === 0 && isHtml(headers) && !hasScripts) return { page: pageOf(text) };
    return { page: null, other: { status, headers: [...headers, ...said], text, nonce: context.nonce } };
  }

  /** Makes it once for all who ask at the same time, and keeps it if it is still of now when it is done. */
  function made(key: string, url: string, locale: Locale, moment: Moment): Promise<Made | null> {
    const flight = `${moment.version} ${moment.minute} ${key}`;
    const known = making.get(flight);
    // Who asked first gets what is for one; the others ask for themselves.
    if (known) return known.then((result) => (result.page ? result : null));
    const result = make(url, locale)
      .then((result) => {
        const { page } = result;
        if (site.publicVersion.current === moment.version) kept.set(key, { ...moment, page });
        return result;
      })
      .finally(() => making.delete(flight));
    making.set(flight, result);
    return result;
  }

  return (req, res, next) => {
    const version = site.publicVersion.current;
    if (version === null || !isForAll(req)) return next();
    const moment = { version, minute: Math.floor(site.now().getTime() / MINUTE_MS) };
    localeOf({ headers: new Headers({ Cookie: req.get('cookie') ?? '' }) }, site)
      .then((locale) => {
        const key = `${locale} ${req.originalUrl}`;
        const found = kept.get(key);
        const isOfNow = found?.version === moment.version && found.minute === moment.minute;
        if (isOfNow) return found.page && { page: found.page };
        return made(key, req.originalUrl, locale, moment);
      })
      .then((result) => {
        if (!result) return next();
        return result.page ? send(result.page, req, res) : pass(result.other, req, res);
      })
      .catch(next);
  };
}

/** A page, asked by nobody in particular. What has a dot in its address is a file. */
function isForAll(req: Asked): boolean {
  const isRead = req.method === 'GET' || req.method === 'HEAD';
  return isRead && !isForOne(req) && !req.path.includes('.');
}

/** Holds nothing of who asks, so that nothing of them can come into a page for others; `say` hears what is said to one. */
const contextOf = (site: Site, say: (name: string, value: string) => void): AppLoadContext => ({
  site,
  nonce: randomBytes(16).toString('hex'),
  ip: '',
  proxied: false,
  setCookie: (cookie) => say('Set-Cookie', cookie),
  setRetryAfter: (seconds) => say('Retry-After', String(seconds)),
  keepFromOthers: () => say('Cache-Control', 'no-store'),
});

const cookieOf = async (locale: Locale) => (await localeCookie.serialize(locale)).split(';')[0] ?? '';

const isHtml = (headers: Headers) => headers.get('Content-Type')?.startsWith('text/html') ?? false;

function pageOf(html: string): Page {
  const tag = createHash('sha256').update(html).digest('base64url');
  return { body: Buffer.from(html), tag: `"${tag}"`, packed: new Map() };
}

/** A page that is kept has no script, and may run none. */
async function send({ body, tag, packed }: Page, req: Asked, res: Answer): Promise<void> {
  const policy = String(res.getHeader('Content-Security-Policy'));
  res.setHeader('Content-Security-Policy', policy.replace(/script-src [^;]*/, "script-src 'none'"));
  res.setHeader('Cache-Control', 'no-cache');
  res.setHeader('Vary', 'Cookie, Accept-Encoding');
  res.setHeader('ETag', `W/${tag}`);
  if (req.get('if-none-match')?.includes(tag)) return void res.status(304).end();
  const packing = packings.find((name) => req.acceptsEncodings(name) === name);
  const bytes = packing ? await packedAs(packing, body, packed) : body;
  if (packing) res.setHeader('Content-Encoding', packing);
  res.setHeader('Content-Type', 'text/html; charset=utf-8');
  res.setHeader('Content-Length', bytes.length);
  res.end(req.method === 'HEAD' ? undefined : bytes);
}

/** Passes on what is for one, with the nonce that it was made with. */
function pass({ status, headers, text, nonce }: Other, { method }: Asked, res: Answer): void {
  const policy = String(res.getHeader('Content-Security-Policy'));
  res.setHeader('Content-Security-Policy', policy.replace(/'nonce-[^']*'/, `'nonce-${nonce}'`));
  res.setHeader('Vary', 'Cookie');
  for (const [name, value] of headers) res.append(name, value);
  res.status(status).end(method === 'HEAD' ? undefined : text);
}

type Packing = 'br' | 'gzip';
const packings: readonly Packing[] = ['br', 'gzip'];
const pack = {
  br: (bytes: Buffer) => promisify(brotliCompress)(bytes, brotliOptions),
  gzip: (bytes: Buffer) => promisify(gzip)(bytes),
};

function packedAs(packing: Packing, body: Buffer, packed: Page['packed']): Promise<Buffer> {
  const bytes = packed.get(packing) ?? pack[packing](body);
  packed.set(packing, bytes);
  return bytes;
}
