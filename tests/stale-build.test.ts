import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type TestProject } from 'vitest/node';
import config from '../vitest.config';
import browsers from './e2e/global-setup';
import databases from './support/database.global';

/** What a build of other sources does says nothing about these: whatever uses it must refuse to begin. */
const provide = vi.fn();
const before = process.cwd();
const folder = mkdtempSync(join(tmpdir(), 'wijkkas-'));

beforeAll(() => {
  // Neither a build nor a database is here: who gets past the first asks the second.
  process.chdir(folder);
  vi.stubEnv('DATABASE_URL', 'postgres://nobody@127.0.0.1:1/nothing');
});
afterAll(() => {
  vi.unstubAllEnvs();
  process.chdir(before);
  rmSync(folder, { recursive: true });
});

describe('without a build of these sources', () => {
  test('no test on a database begins', async () => {
    await expect(databases({ provide } as unknown as TestProject)).rejects.toThrow('run `npm run build`');
    expect(provide).not.toHaveBeenCalled();
  });

  test('no browser begins', async () => {
    await expect(browsers()).rejects.toThrow('run `npm run build`');
  });
});

test('every project but the one of the units has this guard', () => {
  const projects = (config.test?.projects ?? []) as { test: { name: string; globalSetup?: string } }[];
  const open = projects.filter(
    ({ test: { globalSetup } }) => globalSetup !== './tests/support/database.global.ts',
  );
  expect(projects.length).toBeGreaterThan(2);
  expect(open.map(({ test: { name } }) => name)).toEqual(['unit']);
});
