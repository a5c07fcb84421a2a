import tsconfigPaths from 'vite-tsconfig-paths';
import { defineConfig } from 'vitest/config';

/** The unit tests beside the code of one folder: what tests/mutation.mjs runs against each change. */
export default defineConfig({
  plugins: [tsconfigPaths()],
  test: {
    include: [`${process.env.MUTATION_HOME}/**/*.test.ts`],
    // Too slow to be asked for each change: a million rows, and the same promises of thousands of elections.
    exclude: ['**/{fuzz,against-plain,metamorphic,receipt-rounds}.test.ts'],
    // Code that counts how often it is passed is slower.
    testTimeout: 60_000,
  },
});
