// The test command: unit and integration tests, then the browser tests; one closing line with the sum of both.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const OUT = 'test-results';

function run(name, args, env = {}) {
  const cli =
    name === 'vitest'
      ? join(dirname(require.resolve('vitest/package.json')), 'vitest.mjs')
      : require.resolve('@playwright/test/cli');
  const result = spawnSync(process.execPath, [cli, ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  return result.status === 0;
}

function read(file) {
  try {
    return JSON.parse(readFileSync(join(OUT, file), 'utf8'));
  } catch {
    return undefined;
  }
}

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
const unitsOk = run('vitest', [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${OUT}/vitest.json`,
]);
const pagesOk = run('playwright', ['test', '--reporter=list,json'], {
  PLAYWRIGHT_JSON_OUTPUT_NAME: `${OUT}/playwright.json`,
});

const units = read('vitest.json');
const pages = read('playwright.json')?.stats;
const passed = (units?.numPassedTests ?? 0) + (pages?.expected ?? 0) + (pages?.flaky ?? 0);
const skipped = (units?.numPendingTests ?? 0) + (pages?.skipped ?? 0);
// A runner that fell over without a count is a failure of its own.
const fallen = [unitsOk || units?.numFailedTests > 0, pagesOk || pages?.unexpected > 0].filter(
  (told) => !told,
).length;
const failed = (units?.numFailedTests ?? 0) + (pages?.unexpected ?? 0) + fallen;
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(unitsOk && pagesOk && failed === 0 ? 0 : 1);
