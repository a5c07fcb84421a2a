import tsconfigPaths from 'vite-tsconfig-paths';
import { defineConfig } from 'vitest/config';

const security = (...names: string[]) => names.map((name) => `tests/security/${name}.test.ts`);
/** Of the attacks: those that the database must withstand, those that pages must, and those that a clock decides. */
const asking = security('guessing', 'repeats', 'sessions');
const answering = security('forms', 'headers', 'origin', 'proxy');
const timing = security('bodies', 'enumeration', 'statement-thread');
/** Races that no clock decides. */
const races = ['decide', 'journals', 'money', 'pool', 'year-end'].map(
  (name) => `tests/concurrency/${name}.test.ts`,
);

/** Two cores, two workers; their modules are read once by each, not once a file. */
const crowded = { maxWorkers: 2, isolate: false, sequence: { groupOrder: 1 } };
const quiet = { maxWorkers: 1, isolate: false, testTimeout: 120_000, sequence: { groupOrder: 2 } };

/** Tests on a database, of which some start the built site. */
const served = (name: string, include: string[], more: object) => ({
  plugins: [tsconfigPaths()],
  test: {
    name,
    include,
    globalSetup: './tests/support/database.global.ts',
    // The built site as it is served: React would check itself all the time otherwise.
    env: { NODE_ENV: 'production' as const },
    testTimeout: 180_000,
    hookTimeout: 180_000,
    ...more,
  },
});

export default defineConfig({
  test: {
    coverage: {
      provider: 'v8',
      include: ['app/domain/**/*.ts', 'app/formats/**/*.ts'],
      exclude: ['**/*.test.ts'],
      thresholds: {
        'app/domain/money/**': { branches: 100 },
        'app/domain/ledger/**': { branches: 100 },
        'app/domain/council/**': { branches: 100 },
        'app/domain/voting/**': { branches: 100 },
        'app/formats/{csv,hledger,iban,pain}.ts': { branches: 100 },
        'app/formats/{camt,pabulib}/**': { branches: 100 },
      },
    },
    projects: [
      {
        plugins: [tsconfigPaths()],
        test: {
          name: 'unit',
          include: ['app/**/*.test.{ts,tsx}', 'db/**/*.test.ts', 'tests/*.test.ts'],
          // Vitest would leave a core to itself.
          ...{ maxWorkers: 2, isolate: false, testTimeout: 30_000 },
        },
      },
      // What the database does under use cases, reads, migrations and backups.
      served('integration', ['tests/integration/**/*.test.ts', ...races, ...asking], crowded),
      // What the site answers over HTTP: it says nothing about one database or another.
      served('pages', ['tests/{pages,access}/**/*.test.ts', ...answering], crowded),
      // Crashes and lost connections take all that a server has, and are measured: without a neighbour.
      served('alone', ['tests/{concurrency,crash}/**/*.test.ts'], { ...quiet, exclude: races }),
      served('timed', timing, quiet),
    ],
  },
});
