import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { bench } from '~/cli/bench';
import { builtProgram } from '../support/build';

const folder = mkdtempSync(join(tmpdir(), 'bench-'));
afterAll(() => rmSync(folder, { recursive: true }));

function saved(name: string, votes: string): string {
  const path = join(folder, name);
  writeFileSync(
    path,
    `META\nkey;value\nbudget;9\nvote_type;approval\nPROJECTS\nproject_id;cost\n1;6\n2;3\nVOTES\nvoter_id;vote\n${votes}\n`,
  );
  return path;
}

const run = (...args: string[]) =>
  spawnSync(process.execPath, [builtProgram('cli.js'), 'bench', ...args], { encoding: 'utf8' });

test('each file is measured in a process of its own, and without a database', () => {
  const { stdout, status } = run('tally', saved('one.pb', 'a;1,2'), saved('two.pb', 'a;1\nb;1'));
  const figures = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(figures).toMatchObject([
    { figure: 'tally', file: 'one.pb', voters: 1, distinctBallots: 1 },
    { figure: 'tally', file: 'two.pb', voters: 2, distinctBallots: 1 },
  ]);
  expect(status).toBe(0);
});

test.each([
  ['that is not there', join(folder, 'nowhere.pb'), 'nowhere.pb'],
  ['that cannot be read', saved('wrong.pb', 'a;7'), 'Regel 11'],
])('a file %s ends the run', (_, path, message) => {
  const { stdout, stderr, status } = run('tally', path, saved('one.pb', 'a;1'));
  expect([stdout, status]).toEqual(['', 1]);
  expect(stderr).toContain(message);
});

test.each([[['tally', '--fast']], [['ledger', 'one.pb']], [['nothing']], [[]]])(
  'asked wrongly: %j',
  async (args) => {
    const printed = vi.spyOn(console, 'error').mockReturnValueOnce();
    expect(await bench(args, process.env)).toBe(2);
    expect(printed).toHaveBeenCalledWith(
      'npm run bench -- backup|faults|ledger|pages|rooms|statement|tally [FILE…]',
    );
  },
);
