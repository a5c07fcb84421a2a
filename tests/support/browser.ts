import { existsSync } from 'node:fs';
import { chromium, type LaunchOptions } from '@playwright/test';

const SYSTEM = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
/** A full Chromium looks its vendor up at every start; nothing but this machine may be asked. */
const QUIET = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1';

/** How to start a browser here: the one named in PLAYWRIGHT_CHROMIUM, Playwright's own, the system's, or npm's. */
export async function browserOptions(): Promise<LaunchOptions> {
  const found = [process.env.PLAYWRIGHT_CHROMIUM, chromium.executablePath(), ...SYSTEM].find(
    (path) => path && existsSync(path),
  );
  if (found) return { executablePath: found, args: [QUIET] };
  if (process.platform === 'linux' && process.arch === 'x64') return packaged();
  throw new Error(
    'No browser found. Run `npx playwright install chromium` once, or set PLAYWRIGHT_CHROMIUM.',
  );
}

/** The Chromium that comes as an npm package, with its own libraries and fonts. */
async function packaged(): Promise<LaunchOptions> {
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs20.x';
  const { default: sparticuz } = await import('@sparticuz/chromium');
  const executablePath = await sparticuz.executablePath();
  const { LD_LIBRARY_PATH = '', FONTCONFIG_PATH = '' } = process.env;
  return {
    executablePath,
    args: [QUIET],
    env: { ...process.env, LD_LIBRARY_PATH, FONTCONFIG_PATH } as Record<string, string>,
  };
}
