import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test, vi } from 'vitest';
import { electionOf } from '~/domain/voting/modes';
import { readPabulib } from '~/formats/pabulib/read';
import { countInFloats } from './float-reference';
import { madeElection } from './made-election';
import { measureFile } from './tally-file';

vi.mock('./float-reference', { spy: true });

const folder = mkdtempSync(join(tmpdir(), 'bench-'));
afterAll(() => rmSync(folder, { recursive: true }));

const path = join(folder, 'small.pb.gz');
writeFileSync(
  path,
  gzipSync(
    'META\nkey;value\nbudget;100\nvote_type;ordinal\nPROJECTS\nproject_id;cost\n1;60\n2;50\n3;40\nVOTES\nvoter_id;vote\na;1,2\nb;2\nc;3,2\nd;2\n',
  ),
);

test('says of a file how long it takes, beside the floats', async () => {
  const seconds = expect.any(Number) as number;
  expect(await measureFile(path)).toEqual({
    figure: 'tally',
    file: 'small.pb.gz',
    voters: 4,
    projects: 3,
    distinctBallots: 3,
    readSeconds: seconds,
    ruleSeconds: seconds,
    referenceSeconds: seconds,
    ratio: seconds,
    peakMegabytes: expect.any(Number) as number,
    load: expect.any(Number) as number,
  });
});

test('fails where the floats find other winners', async () => {
  vi.mocked(countInFloats).mockReturnValueOnce({ winners: [1, 0], steps: 0 });
  await expect(measureFile(path)).rejects.toThrow('our winners are not those of the floats:\n2 3\n2 1');
});

test('the election that is made up is large, the same each time, and hardly a ballot stands twice', () => {
  const file = readPabulib(new TextEncoder().encode(madeElection()));
  expect(madeElection()).toBe(madeElection());
  expect([file.votes.length, file.projects.length, file.repeats]).toEqual([60_000, 100, []]);
  const ballots = electionOf(file, 'approval').ballots.map(({ choices }) => [...choices].sort().join());
  expect(new Set(ballots).size).toBeGreaterThan(30_000);
});
