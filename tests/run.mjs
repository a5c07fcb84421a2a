// The test command: unit and integration tests, then the browser tests; at the end the slowest files, and one closing
// line with the sum of both; just before it, what failed. Arguments are projects of Vitest: with any, only these run, and
// no browser.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';

const require = createRequire(import.meta.url);
const OUT = 'test-results';
const projects = process.argv.slice(2);

function run(name, args, env = {}) {
  const cli =
    name === 'vitest'
      ? join(dirname(require.resolve('vitest/package.json')), 'vitest.mjs')
      : require.resolve('@playwright/test/cli');
  const result = spawnSync(process.execPath, [cli, ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  if (result.status !== 0) console.log(`${name} ended with ${result.signal ?? result.status}`);
  return result.status === 0;
}

function read(file) {
  try {
    return JSON.parse(readFileSync(join(OUT, file), 'utf8'));
  } catch {
    return undefined;
  }
}

/** How long each file of a Vitest report took, in milliseconds. */
const filesOf = (report) =>
  (report?.testResults ?? []).map(({ name, startTime, endTime }) => [
    relative('.', name),
    endTime - startTime,
  ]);

/** The same for the browser's: a spec takes what its tests take, in every project. */
function specsOf(report) {
  const results = (suite) => [
    ...(suite.suites ?? []).flatMap(results),
    ...(suite.specs ?? []).flatMap(({ tests }) => tests.flatMap((test) => test.results)),
  ];
  return (report?.suites ?? []).map((suite) => [
    `tests/e2e/${suite.file}`,
    results(suite).reduce((sum, { duration }) => sum + duration, 0),
  ]);
}

/** The beginning of what a failure said, without the colours of a terminal. */
const saying = (message) => (message ?? '').replaceAll(/\u001b\[[\d;]*m/g, '').slice(0, 400);

/** What failed in a Vitest report: its file, its name and what was said; a file that could not begin has no name. */
const failedIn = (report) =>
  (report?.testResults ?? [])
    .filter(({ status }) => status === 'failed')
    .flatMap(({ name, message, assertionResults }) => {
      const failed = assertionResults.filter(({ status }) => status === 'failed');
      const messages = failed.map(
        ({ fullName, failureMessages }) => `${fullName}: ${saying(failureMessages[0])}`,
      );
      const each = messages.length > 0 ? messages : [`did not begin: ${saying(message)}`];
      return each.map((text) => `${relative('.', name)}: ${text}`);
    });

/** What a run of Vitest threw outside its tests (tests/support/outside.ts). */
const thrownOutside = (errors) => (errors ?? []).map(({ file, what }) => `${relative('.', file)}: ${what}`);

/** The same two for the browser's. */
function failedSpecs(report) {
  const specs = (suite) => [...(suite.suites ?? []).flatMap(specs), ...(suite.specs ?? [])];
  const failed = ({ file, title, tests }) =>
    // A spec counts as good when it went well in one of its projects.
    tests
      .filter(({ status }) => status === 'unexpected')
      .map(({ projectName, results }) => {
        const said = results.map(({ error }) => error?.message).find(Boolean);
        return `tests/e2e/${file}: ${title} (${projectName}): ${saying(said)}`;
      });
  return [
    ...(report?.suites ?? []).flatMap(specs).flatMap(failed),
    ...(report?.errors ?? []).map(({ message }) => `tests/e2e: outside a test: ${message}`),
  ];
}

/** How many tests each file skipped. */
function skippedIn(report) {
  const counts = (report?.testResults ?? []).map(({ name, assertionResults }) => [
    relative('.', name),
    assertionResults.filter(({ status }) => !['passed', 'failed'].includes(status)).length,
  ]);
  return counts.filter(([, count]) => count > 0);
}

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
const unitsOk = run('vitest', [
  'run',
  ...projects.flatMap((name) => ['--project', name]),
  '--reporter=default',
  '--reporter=json',
  '--reporter=./tests/support/outside.ts',
  `--outputFile.json=${OUT}/vitest.json`,
]);
const pagesOk =
  projects.length > 0 ||
  run('playwright', ['test', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: `${OUT}/playwright.json`,
  });

const units = read('vitest.json');
const browser = read('playwright.json');
const pages = browser?.stats;
const slowest = [...filesOf(units), ...specsOf(browser)].sort(([, a], [, b]) => b - a).slice(0, 10);
console.log('\nThe slowest files:');
for (const [file, ms] of slowest) console.log(`${(ms / 1000).toFixed(1).padStart(7)} s  ${file}`);

for (const [file, count] of skippedIn(units)) console.log(`SKIPPED ${count} in ${file}`);
const failures = [...failedIn(units), ...thrownOutside(read('outside.json')), ...failedSpecs(browser)];
for (const what of failures) console.log(`FAILED ${what.replaceAll(/\s+/g, ' ')}`);

const passed = (units?.numPassedTests ?? 0) + (pages?.expected ?? 0) + (pages?.flaky ?? 0);
const skipped = (units?.numPendingTests ?? 0) + (units?.numTodoTests ?? 0) + (pages?.skipped ?? 0);
// A runner that fell over without a count is a failure of its own.
const fallen = [
  ...(unitsOk || units?.numFailedTests > 0 ? [] : ['vitest']),
  ...(pagesOk || pages?.unexpected > 0 ? [] : ['playwright']),
];
for (const runner of fallen) console.log(`FAILED ${runner}: ended badly without a failed test`);
const failed = (units?.numFailedTests ?? 0) + (pages?.unexpected ?? 0) + fallen.length;
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(unitsOk && pagesOk && failed === 0 ? 0 : 1);
