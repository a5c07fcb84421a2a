import { type Database } from '#db/client';
import { type PublicVersion } from '#db/public-facts';
import { type Config } from './config.server';
import { type Pulse } from './health.server';
import { type Logger } from './log.server';

/** What the running site has at hand; made once in server.ts and given to every request. */
export type Site = {
  db: Database;
  config: Config;
  log: Logger;
  now: () => Date;
  newId: () => string;
  /** What this process knows of changes to what everybody may see. */
  publicVersion: PublicVersion;
  /** Whether the database answers, whatever the site is doing with it. */
  pulse: Pulse;
  /** Seals and opens second-factor secrets and small cookies. */
  secret: string;
};

declare module '@remix-run/node' {
  interface AppLoadContext {
    site: Site;
    nonce: string;
    /** The address of the other side, from the socket or a trusted proxy. */
    ip: string;
    /** The address may be that of a proxy that the settings do not know of. */
    proxied: boolean;
    setCookie: (cookie: string) => void;
    /** Says in the answer after how many seconds it helps to ask again. */
    setRetryAfter: (seconds: number) => void;
    /** Says in the answer that it is of this moment and this visitor: no cache keeps it, ours neither. */
    keepFromOthers: () => void;
  }
}
