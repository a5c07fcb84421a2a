import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';

const LONGEST_START_MS = 120_000;

/** The built site in a process of its own that can be killed and started again at the same address. */
export class SiteProcess {
  /** How often it ended by itself. */
  exits = 0;
  #child: ChildProcess | undefined;
  readonly #secret = randomBytes(32).toString('hex');

  private constructor(
    private readonly port: number,
    private readonly folder: string,
    private readonly databaseUrl: string | undefined,
    private readonly demo: boolean,
  ) {}

  /** Starts in `folder`, on this database or else on the one that comes with the packages. */
  static async start(databaseUrl?: string, folder = process.cwd(), demo = false): Promise<SiteProcess> {
    const probe = createServer().listen(0, '127.0.0.1');
    await once(probe, 'listening');
    const { port } = probe.address() as AddressInfo;
    await new Promise((resolve) => probe.close(resolve));
    const site = new SiteProcess(port, folder, databaseUrl, demo);
    await site.start();
    return site;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    const { DATABASE_URL: _other, ...rest } = process.env;
    const env = {
      ...rest,
      ...(this.databaseUrl ? { DATABASE_URL: this.databaseUrl } : {}),
      ...{ NODE_ENV: 'production' as const, APP_SECRET: this.#secret, APP_ORIGIN: this.url },
      // Where no account is, nobody can ask for money.
      ...{ BANK_IBAN: 'NL91ABNA0417164300', BANK_NAME: 'Proefstad' },
      ...{ PORT: String(this.port), DEMO: this.demo ? '1' : '0', LOG_LEVEL: 'error' },
    };
    const program = join(process.cwd(), 'server.js');
    const child = spawn(process.execPath, [program], {
      env,
      cwd: this.folder,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    this.#child = child;
    const leave = () => child.kill('SIGKILL');
    process.once('exit', leave);
    child.once('exit', () => {
      process.off('exit', leave);
      if (this.#child === child) this.exits += 1;
    });
    await this.until(200, LONGEST_START_MS);
  }

  /** Ends it, and waits until it is gone; answers after how many milliseconds, and its exit code. */
  async end(signal: NodeJS.Signals): Promise<{ ms: number; code: number | null }> {
    const child = this.#child;
    this.#child = undefined;
    if (!child || child.exitCode !== null) return { ms: 0, code: child?.exitCode ?? null };
    const started = performance.now();
    const exit = once(child, 'exit') as Promise<[number | null]>;
    child.kill(signal);
    const [code] = await exit;
    return { ms: performance.now() - started, code };
  }

  /** What it holds of the machine's memory now, in MB. */
  residentMegabytes(): number {
    const pid = this.#child?.pid ?? 0;
    const file = `/proc/${pid}/status`;
    const kibibytes = existsSync(file)
      ? /^VmRSS:\s+(\d+)/m.exec(readFileSync(file, 'utf8'))?.[1]
      : execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    return Math.round(Number(kibibytes) / 1024);
  }

  /** Processor time that it took since its start, in milliseconds; to a hundredth of a second where the machine says so. */
  processorMs(): number {
    const pid = this.#child?.pid ?? 0;
    const file = `/proc/${pid}/stat`;
    if (!existsSync(file)) throw new Error('this machine does not say what a process takes of its processor');
    const fields = readFileSync(file, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  }

  /** Waits until `/healthz` answers with this status; answers after how many milliseconds. */
  async until(status: number, longest: number): Promise<number> {
    const started = performance.now();
    while (performance.now() - started < longest) {
      const answer = await fetch(`${this.url}/healthz`, { signal: AbortSignal.timeout(3_000) }).catch(
        () => undefined,
      );
      await answer?.arrayBuffer().catch(() => undefined);
      if (answer?.status === status) return performance.now() - started;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`/healthz did not answer ${status} within ${longest} ms`);
  }
}
