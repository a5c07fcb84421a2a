// Changes the code of one noun of the domain, or of the format .pb, one change at a time, and tells which changes no
// test notices (docs/mutation.md). Not part of the test command: it takes minutes.
import { readdirSync } from 'node:fs';
import { Stryker } from '@stryker-mutator/core';

const NOUNS = ['access', 'council', 'ledger', 'lifecycle', 'money', 'pabulib', 'voting'];
const [noun, ...files] = process.argv.slice(2);
const home = noun === 'pabulib' ? 'app/formats/pabulib' : `app/domain/${noun}`;
const known = NOUNS.includes(noun)
  ? readdirSync(home, { recursive: true }).map((file) => file.replaceAll('\\', '/'))
  : [];
const unknown = files.filter((file) => !known.includes(file));

if (!NOUNS.includes(noun) || unknown.length > 0) {
  console.error(`Usage: npm run mutation -- NOUN [FILE…], where NOUN is one of ${NOUNS.join(', ')}
and FILE is one in its folder, as in: npm run mutation -- voting purses.ts ties.ts`);
  for (const file of unknown) console.error(`There is no ${home}/${file}.`);
  process.exit(2);
}

// The tests beside that code must notice: tests/mutation.config.ts reads it.
process.env.MUTATION_HOME = home;
await new Stryker({
  mutate: files.length > 0 ? files.map((file) => `${home}/${file}`) : [`${home}/**/*.ts`, '!**/*.test.ts'],
  testRunner: 'vitest',
  vitest: { configFile: 'tests/mutation.config.ts', related: true },
  plugins: ['@stryker-mutator/vitest-runner'],
  coverageAnalysis: 'perTest',
  // What runs once when a file is read would need every test anew: three quarters of the time (docs/mutation.md).
  ignoreStatic: true,
  concurrency: 1,
  allowConsoleColors: false,
  reporters: ['clear-text', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, allowEmojis: false },
  jsonReporter: { fileName: `.data/mutation/${noun}.json` },
  tempDirName: '.data/mutation/tree',
  ignorePatterns: ['/.data', '/build', '/docs', '/public', '/coverage', '/test-results', '/tests/e2e'],
  disableTypeChecks: false,
  thresholds: { high: 100, low: 98, break: 98 },
}).runMutationTest();
