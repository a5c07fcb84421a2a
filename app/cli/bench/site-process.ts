import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** The built site in a process of its own. `origin` is the one that its forms come from. */
export type SiteProcess = {
  url: string;
  origin: string;
  /** What the process holds of the machine's memory now, in MB. */
  residentMegabytes: () => number;
  stop: () => Promise<void>;
};

const origin = 'http://wijkkas.example';
const megabyte = 1024 * 1024;

/** Starts the built site on the database at `databaseUrl`, without the demonstration, on a port that is free. */
export async function startSite(databaseUrl: string): Promise<SiteProcess> {
  const env = {
    ...process.env,
    NODE_ENV: 'production' as const,
    DATABASE_URL: databaseUrl,
    APP_ORIGIN: origin,
    APP_SECRET: randomBytes(32).toString('hex'),
    ...{ PORT: '0', DEMO: '0', LOG_LEVEL: 'error', CONTACT_EMAIL: 'contact@wijkkas.example' },
  };
  const child = spawn(process.execPath, ['server.js'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const stop = async () => {
    child.kill();
    await exited;
  };
  const lines = createInterface(child.stdout);
  const address = new Promise<string>((resolve, reject) => {
    // Listens on, so that the site never speaks to nobody.
    lines.on('line', (line) => {
      const [, port] = /^Wijkkas: http:.*:(\d+)$/.exec(line) ?? [];
      if (port) resolve(`http://127.0.0.1:${port}`);
      else console.error(line);
    });
    void exited.then(() => reject(new Error('the site did not start')));
  });
  return { url: await address, origin, residentMegabytes: () => residentMegabytes(child.pid ?? 0), stop };
}

function residentMegabytes(pid: number): number {
  const file = `/proc/${pid}/status`;
  const kibibytes = existsSync(file)
    ? /^VmRSS:\s+(\d+)/m.exec(readFileSync(file, 'utf8'))?.[1]
    : execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  return Math.round((Number(kibibytes) * 1024) / megabyte);
}
