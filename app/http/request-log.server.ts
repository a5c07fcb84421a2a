import { type RequestHandler } from 'express';
import { type Logger } from './log.server';

/** The links of invitations open an account or say no to one; that of a letter holds an address and stops its mail. */
function withoutToken(path: string): string {
  const [, secret] = /^\/+(uitnodiging|meedoen|post|%)/i.exec(path) ?? [];
  return secret ? `/${secret}/…` : path;
}

/** One line an answer: method, path without what is secret (query, token), status and milliseconds. */
export const logRequests =
  (log: Logger): RequestHandler =>
  (req, res, next) => {
    const started = process.hrtime.bigint();
    res.on('finish', () => {
      const ms = Number((process.hrtime.bigint() - started) / 1_000_000n);
      log.debug({ method: req.method, path: withoutToken(req.path), status: res.statusCode, ms }, 'answered');
    });
    next();
  };
