import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ballotsFile, outcomeFile } from '~/domain/voting/publication';
import { ruleNames } from '~/domain/voting/rule-names';
import { electionBytes } from './support/pabulib';
import { publishInto } from './support/publication';
import { sharedFile } from './support/shared';

const python = ['python3', 'python'].find((name) => spawnSync(name, ['--version']).status === 0);
const assen = sharedFile('data/pabulib/Netherlands_Assen_2024.pb');

const root = mkdtempSync(join(tmpdir(), 'recount-python-'));
afterAll(() => rmSync(root, { recursive: true }));

/** What the script in another language says of an outcome on file. */
function recount(file: string): { matches: boolean; differences: string[]; status: number | null } {
  const { stdout, stderr, status } = spawnSync(`${python}`, ['docs/how-it-works/recount.py', file], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  return { ...(JSON.parse(stdout) as { matches: boolean; differences: string[] }), status };
}

/** A folder with what a site publishes of an election. */
function published(election: Uint8Array): string {
  const folder = mkdtempSync(join(root, 'f'));
  publishInto(folder, election, ruleNames);
  return folder;
}

const same = { matches: true, differences: [], status: 0 };

/** A small round in which shares run out, a plan is free, one is too expensive, and one has no votes. */
const small = (voteType: string, votes: readonly string[]) =>
  new TextEncoder().encode(
    `META\nkey;value\nbudget;100,50\nvote_type;${voteType}\nPROJECTS\nproject_id;cost;name\n10;60;"a; ""b"""\n2;50;b\n3;40.25;c\né;0;d\nz;100.51;e\n9;5;f\n2b;50;g\nVOTES\nvoter_id;vote${votes[0]?.split(';').length === 2 ? ';points' : ''}\n${votes.map((vote, place) => `${place + 1};${vote}\n`).join('')}`,
  );

const rounds = {
  approvals: small('approval', ['10,2', '2', '3,2,é', '', '2b,z', '10,2b', '3']),
  ranks: small('ordinal', ['10,2,3', '2', '3,2,é', '', '2b,z,10', '10,2b', '3,10']),
  points: small('cumulative', ['10,2;2.5,0.5', '2;3', '3,2,é;1,1,1', ';', '2b,z;2,1', '10,2b;0,3', '3;3']),
  'nobody at all': small('approval', []),
};

describe.skipIf(python === undefined)(
  'counting again in another language (skipped where Python is absent)',
  () => {
    describe.each(Object.entries(rounds))('a round of %s', (_, election) => {
      const folder = published(election);
      test.each(ruleNames)('matches by %s', (rule) => {
        expect(recount(join(folder, outcomeFile(1, rule)))).toMatchObject(same);
      });
    });

    test('names what was changed', () => {
      const folder = published(rounds.approvals);
      const [ballots, outcome] = [ballotsFile(1), outcomeFile(1, 'mes-cost-add1')].map((name) =>
        join(folder, name),
      );
      const [cast, document] = [readFileSync(`${ballots}`, 'utf8'), readFileSync(`${outcome}`, 'utf8')];
      writeFileSync(`${outcome}`, document.replace(/"reach":\[\d+/, '"reach":[9'));
      expect(recount(`${outcome}`)).toMatchObject({ matches: false, differences: ['reach'], status: 1 });
      writeFileSync(`${outcome}`, document);
      writeFileSync(`${ballots}`, cast.replace('\n2;2\n', '\n2;3\n'));
      const { matches, differences } = recount(`${outcome}`);
      expect([matches, differences]).toEqual([false, expect.arrayContaining(['ballots.sha256', 'rounds'])]);
    });

    describe.skipIf(assen === null)('Assen 2024 (skipped where ../shared is absent)', () => {
      test.each(['mes-cost-add1', 'greedy'] as const)(
        'matches by %s',
        (rule) => {
          const folder = mkdtempSync(join(root, 'assen'));
          publishInto(folder, electionBytes('Netherlands_Assen_2024'), [rule]);
          expect(recount(join(folder, outcomeFile(1, rule)))).toMatchObject(same);
        },
        60_000,
      );
    });
  },
);
