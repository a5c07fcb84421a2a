import { writeFileSync } from 'node:fs';
import { type Reporter, type SerializedError, type TestModule } from 'vitest/node';

/** Keeps what a run threw outside its tests, which the report of tests leaves out: it is named with what failed. */
export default class Outside implements Reporter {
  onTestRunEnd(_: readonly TestModule[], errors: readonly SerializedError[]) {
    const thrown = errors.map(({ name, message, stack, VITEST_TEST_PATH: file }) => ({
      file: typeof file === 'string' ? file : 'vitest',
      what: `outside a test: ${name}: ${message} ${stack?.split('\n').slice(1, 4).join(' ') ?? ''}`,
    }));
    writeFileSync('test-results/outside.json', JSON.stringify(thrown));
  }
}
