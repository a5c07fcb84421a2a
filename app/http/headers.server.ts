import { randomBytes } from 'node:crypto';
import { type Request, type RequestHandler } from 'express';
import helmet from 'helmet';

/** A fresh nonce for the scripts of this answer. */
export const giveNonce: RequestHandler = (_req, res, next) => {
  res.locals.nonce = randomBytes(16).toString('base64');
  next();
};

/** Security headers at the level that Internet.nl asks, on every answer: pages, files, redirects and errors. */
export const secureHeaders = (development: boolean): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: [
          "'self'",
          (_req, res) => `'nonce-${(res as { locals?: { nonce?: string } }).locals?.nonce ?? ''}'`,
        ],
        styleSrc: development ? ["'self'", "'unsafe-inline'"] : ["'self'"],
        imgSrc: ["'self'"],
        fontSrc: ["'self'"],
        connectSrc: development ? ["'self'", 'ws:'] : ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameSrc: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: { maxAge: 63_072_000, includeSubDomains: true, preload: true },
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
    crossOriginEmbedderPolicy: false,
  });

/** What a browser may not use here at all. helmet does not set this one. */
export const permissions: RequestHandler = (_req, res, next) => {
  res.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
  next();
};

const personal = /^\/(uitnodiging|meedoen|post|aanmelden|afmelden|mijn|demonstratie)\b/i;

/** Somebody may be signed in, or follows a link of their own. */
export function isForOne(req: Request): boolean {
  return (req.get('cookie')?.includes('__Host-') ?? false) || personal.test(req.path);
}

/** Files that are the same for everybody; each says itself how long it may be kept. */
const forAll = /^\/(stijl|logo|foto)\//;

/** What is meant for one person stays out of every cache, also of the browser on a shared computer (ASVS 14.3.2). */
export const keepPrivate: RequestHandler = (req, res, next) => {
  if (forAll.test(req.path) && req.method === 'GET') return next();
  res.setHeader('Vary', 'Cookie');
  if (isForOne(req) || req.method !== 'GET') res.setHeader('Cache-Control', 'no-store');
  next();
};
