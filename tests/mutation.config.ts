import tsconfigPaths from 'vite-tsconfig-paths';
import { defineConfig } from 'vitest/config';

/** The unit tests beside the code of one noun: what tests/mutation.mjs runs against each change. */
export default defineConfig({
  plugins: [tsconfigPaths()],
  test: {
    include: [`app/domain/${process.env.MUTATION_NOUN ?? '*'}/**/*.test.ts`],
    // Code that counts how often it is passed is slower.
    testTimeout: 60_000,
  },
});
