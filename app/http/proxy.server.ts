import { type RequestHandler } from 'express';
import { type Site } from './site.server';

const HOUR_MS = 3_600_000;
const MOST_KEPT = 20;

/** Behind what the site stands, as far as it can know: a proxy that the settings know, none, or one that they do not. */
export type ProxyState = 'declared' | 'none' | 'undeclared';

export type ProxyWatch = { note: RequestHandler; state: () => ProxyState };

const isForwarding = (name: string) => name.startsWith('x-forwarded-') || name === 'forwarded';
const isNear = (ip: string) =>
  /^(::ffff:)?(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)|^::1$|^f[cd]/i.test(ip);

/** Says at start that a public address over https, served on this machine or in its network, has a proxy in front. */
export function mustHaveProxy({ origins, host, trustProxy }: Site['config']): boolean {
  return trustProxy === undefined && isNear(host) && origins.some((origin) => origin.startsWith('https:'));
}

/**
 * Looks whether requests come through a proxy that the settings do not know of: then all people have one address. One
 * request may carry a forged header, so what counts is what most of the last requests did, within an hour. The header
 * itself is believed in nothing else, and nobody downstream sees it.
 */
export function watchProxy(site: Site): ProxyWatch {
  let last: { at: number; forwarded: boolean }[] = [];
  let warned = false;
  const declared = site.config.trustProxy === true;
  return {
    note: (req, res, next) => {
      if (declared) return next();
      const forwarded = Object.keys(req.headers).filter(isForwarding);
      for (const name of forwarded) delete req.headers[name];
      const proxied = forwarded.length > 0 && isNear(req.socket.remoteAddress ?? '');
      res.locals.proxied = proxied;
      // A probe of this machine itself says nothing about how people come.
      if (proxied || req.path !== '/healthz')
        last = [...last, { at: site.now().getTime(), forwarded: proxied }].slice(-MOST_KEPT);
      if (proxied && !warned) {
        warned = true;
        site.log.warn({ headers: forwarded }, undeclared);
      }
      next();
    },
    state: () => {
      if (declared) return 'declared';
      const now = site.now().getTime();
      const recent = last.filter(({ at }) => now - at < HOUR_MS);
      const through = recent.filter(({ forwarded }) => forwarded).length;
      return mustHaveProxy(site.config) || through * 2 > recent.length ? 'undeclared' : 'none';
    },
  };
}

const undeclared =
  'a request says that it came through a proxy, and TRUST_PROXY is not set. Is there a proxy? Then set TRUST_PROXY=1: without it all people have one address. Is there none? Then somebody made the header up, and nothing is wrong';

/** What the log says at start. */
export const proxyAdvice =
  'APP_ORIGIN is https and this program listens on its own machine or network, so there is a proxy in front. Set TRUST_PROXY=1 when it adds X-Forwarded-For, or TRUST_PROXY=0 when it does not: without it all people have one address';
