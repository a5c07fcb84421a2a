import { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { maxWijkenBytes } from '~/domain/area/cbs';
import { maxWeightsBytes } from '~/domain/ledger/division';
import { maxListBytes } from '~/domain/people/residence';
import { maxStatementBytes } from '~/domain/money/statement';
import { mostPhotoBytes } from '~/domain/people/photo';
import { mostLogoBytes } from '~/domain/site/settings';
import { paths } from '~/paths';

const SAFE = new Set(['GET', 'HEAD']);
const KNOWN = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']);
const MAX_BODY_BYTES = 256 * 1024;
const FORM = /^application\/x-www-form-urlencoded(;|$)/i;
const FILE_FORM = /^multipart\/form-data;/i;
/** The pages that take a file, how large it may be, and what helps where it is larger. */
type FilePage = { bytes: number; help: string };
export const filePages = (uploadBytes: number): Readonly<Record<string, FilePage>> => ({
  [paths.payments.statements]: {
    bytes: maxStatementBytes,
    help: 'Ga terug en kies bij de bank een kortere periode.',
  },
  [paths.area.importWijken]: {
    bytes: maxWijkenBytes,
    help: 'Ga terug en kies een bestand met alleen de wijken van jouw gemeente.',
  },
  [paths.sources.weights]: {
    bytes: maxWeightsBytes,
    help: 'Ga terug en kies een bestand met een regel voor elke wijk.',
  },
  [paths.people.residentList]: {
    bytes: maxListBytes,
    help: 'Ga terug en deel de lijst niet op: vraag wie Wijkkas beheert om hulp.',
  },
  [paths.site.logo]: {
    bytes: mostLogoBytes,
    help: 'Ga terug en kies een kleiner logo.',
  },
  [paths.people.photo]: {
    bytes: mostPhotoBytes,
    help: 'Ga terug en kies een kleinere foto.',
  },
  [paths.area.postcodes]: {
    bytes: uploadBytes,
    help: 'Ga terug en stuur het als zip, of met alleen de regels van jouw gemeente.',
  },
});
/** What a browser wraps around a file. */
const WRAPPING_BYTES = 16 * 1024;

const tooLarge = ({ bytes, help }: FilePage) =>
  `Dit bestand is te groot. Het mag hoogstens ${sizeOf(bytes)} zijn. ${help}`;

const sizeOf = (bytes: number) => (bytes < 1024 ** 2 ? `${bytes / 1024} kB` : `${bytes / 1024 ** 2} MB`);

/**
 * The button of a mail program (RFC 8058): a mail server posts here for the reader, from no page and without cookies. It may,
 * because it brings no authority but the sealed token in the address, which no other site can know or guess; what a
 * browser could add by itself (its cookies) is taken off, and the route changes nothing but whether mail comes.
 */
const MAIL_CHOICE = /^\/post\/[\w-]+$/i;

function isMailButton(req: Request): boolean {
  const browser = req.get('origin') !== undefined || req.get('sec-fetch-site') !== undefined;
  return req.method === 'POST' && MAIL_CHOICE.test(req.path) && !browser;
}

function refuse(res: Response, status: number, text: string): void {
  res.status(status).type('text/plain; charset=utf-8').setHeader('Cache-Control', 'no-store');
  res.end(`${text}\n`);
}

/**
 * Stands before Remix: a request that changes something must come from one of our own pages. Remix's own check
 * answers 500, trusts X-Forwarded-Host, and lets resource routes and `_data` through.
 */
export const guardOrigin =
  (origins: readonly string[]): RequestHandler =>
  (req, res, next) => {
    if (!KNOWN.has(req.method)) return refuse(res, 405, 'Deze methode kennen we niet.');
    if (!req.originalUrl.startsWith('/')) return refuse(res, 400, 'Dit adres kunnen we niet lezen.');
    if (asksOldData(req)) return refuse(res, 403, 'Dit adres is niet toegestaan.');
    if (isMailButton(req)) delete req.headers.cookie;
    if (SAFE.has(req.method) || isOwn(req, origins) || isMailButton(req)) {
      // Remix builds its addresses from Host and compares them with Origin: it only ever sees our own.
      req.headers.host = new URL(req.get('origin') ?? origins[0] ?? 'http://localhost').host;
      return next();
    }
    return refuse(res, 403, 'Dit formulier kwam niet van onze eigen site. Ga terug en probeer het opnieuw.');
  };

const asksOldData = (req: Request) =>
  '_data' in req.query || /[?&]_data(=|&|\[|$)/.test(decodeSafely(req.url));

function decodeSafely(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

/** An address that nobody can decode is one that does not exist, and its page says so as every other. */
export const readAddress: RequestHandler = (req, _res, next) => {
  const [path = '', ...asked] = req.url.split('?');
  if (decodeSafely(path) === path && path.includes('%')) {
    req.url = req.originalUrl = [path.replaceAll('%', '%25'), ...asked].join('?');
  }
  next();
};

/** A missing Origin passes only when the browser itself says that the request is same-origin. */
function isOwn(req: Request, origins: readonly string[]): boolean {
  const origin = req.get('origin');
  if (origin !== undefined) return origins.includes(origin);
  return req.get('sec-fetch-site') === 'same-origin';
}

/**
 * Forms are small; some take a file. A body without a length, too large, packed, or of another type is refused before it is
 * read. What still comes is thrown away unread until the sender is done or the patience of `listen` ends, so that a browser
 * that is sending gets to read why.
 */
export const limitBody = (uploadBytes: number): RequestHandler => {
  const pages = filePages(uploadBytes);
  return (req, res, next) => limit(req, res, next, FILE_FORM.test(typeOf(req)) ? pages[req.path] : undefined);
};

const typeOf = (req: Request) => req.get('content-type') ?? '';

function limit(req: Request, res: Response, next: NextFunction, file: FilePage | undefined): void {
  if (SAFE.has(req.method)) return next();
  const length = req.get('content-length');
  if (length === undefined && req.get('transfer-encoding') !== undefined) {
    return refuse(res, 411, 'De lengte van het formulier ontbreekt.');
  }
  if (!/^(identity)?$/i.test(req.get('content-encoding') ?? ''))
    return refuse(res, 415, 'Een ingepakt bericht lezen we niet.');
  const bytes = Number(length ?? 0);
  const mailButton = isMailButton(req) && FILE_FORM.test(typeOf(req));
  if (!Number.isSafeInteger(bytes) || bytes > (file ? file.bytes + WRAPPING_BYTES : MAX_BODY_BYTES))
    return refuse(res, 413, file ? tooLarge(file) : 'Dit formulier is te groot.');
  if (bytes > 0 && !file && !mailButton && !FORM.test(typeOf(req)))
    return refuse(res, 415, 'Dit soort bericht lezen we niet.');
  return next();
}
