import tsconfigPaths from 'vite-tsconfig-paths';
import { defineConfig } from 'vitest/config';

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
        test: { name: 'unit', include: ['app/**/*.test.{ts,tsx}', 'db/**/*.test.ts', 'tests/*.test.ts'] },
      },
      {
        plugins: [tsconfigPaths()],
        test: {
          name: 'integration',
          include: ['tests/{integration,access}/**/*.test.ts'],
          globalSetup: './tests/support/database.global.ts',
          testTimeout: 180_000,
          hookTimeout: 180_000,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        plugins: [tsconfigPaths()],
        test: {
          // Races and timings are measured without a neighbour.
          name: 'alone',
          include: ['tests/{concurrency,crash,security}/**/*.test.ts'],
          globalSetup: './tests/support/database.global.ts',
          testTimeout: 120_000,
          hookTimeout: 180_000,
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
