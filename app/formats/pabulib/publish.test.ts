import { describe, expect, test } from 'vitest';
import { edgeBytes, edgeCases, electionBytes, goldenNames } from '../../../tests/support/pabulib';
import { cents } from '~/domain/money/cents';
import { ruleNames, usualRule } from '~/domain/voting/rule-names';
import { countFile } from './count';
import { electionOf } from '~/domain/voting/modes';
import { type PabulibFile } from '~/domain/voting/round-file';
import { publishedText } from './publish';
import { readPabulib } from './read';
import { roundOf, type RoundProject } from '~/domain/voting/round';

const encode = (text: string) => new TextEncoder().encode(text);
const published = (bytes: Uint8Array) => publishedText(roundOf(readPabulib(bytes)));

const bare: RoundProject = {
  ...{ key: '1', name: '1', costCents: cents(60_00n), category: null, description: null },
  ...{ latitude: null, longitude: null, chosen: null },
};
const meta = [
  ['budget', '100'],
  ['vote_type', 'approval'],
] as const;
const head = 'META\nkey;value\nbudget;100\nvote_type;approval\nPROJECTS\n';

describe('what anybody may count', () => {
  test('has what counting needs and no more: voters are numbers, empty columns are left out', () => {
    const text = publishedText({
      meta,
      voteType: 'approval',
      projects: [bare, { ...bare, key: 'b/2', name: '', costCents: cents(5n) }],
      ballots: [
        { choices: [1, 0], points: null },
        { choices: [], points: null },
        { choices: [1], points: null },
      ],
    });
    expect(text).toBe(
      `${head}project_id;cost;votes;name\n1;60;1;1\nb/2;0.05;2;\nVOTES\nvoter_id;vote\n1;b/2,1\n2;\n3;b/2\n`,
    );
  });

  test('has a column as soon as one project fills it, a zero too', () => {
    const full = {
      ...{ name: 'a;"b"', category: 'groen', description: 'x\ny', chosen: 0, latitude: 0, longitude: -1.5 },
    };
    const projects = [bare, { ...bare, ...full, key: '2', costCents: cents(1_10n) }];
    expect(publishedText({ meta, voteType: 'ordinal', projects, ballots: [] })).toBe(
      `${head}project_id;cost;votes;name;category;selected;latitude;longitude;description\n` +
        '1;60;0;1;;;;;\n2;1.10;0;"a;""b""";groen;0;0;-1.5;"x\ny"\nVOTES\nvoter_id;vote\n',
    );
  });

  test('always has the columns it is counted by', () => {
    const text = publishedText({ meta, voteType: 'approval', projects: [], ballots: [] });
    expect(text).toBe(`${head}project_id;cost;votes\nVOTES\nvoter_id;vote\n`);
  });

  test.each(['cumulative', 'scoring'] as const)(
    'has the points of %s votes, beside their projects',
    (type) => {
      const text = publishedText({
        meta,
        voteType: type,
        projects: [bare, { ...bare, key: '2' }],
        ballots: [
          { choices: [1, 0], points: [2_500_000, 1] },
          { choices: [0], points: [-999_999_999_999_999] },
          { choices: [], points: [] },
        ],
      });
      expect(text.split('VOTES\n')[1]).toBe(
        'voter_id;vote;points\n1;2,1;2.5,0.000001\n2;1;-999999999.999999\n3;;\n',
      );
    },
  );
});

/** The cells of a table under its title; META has two, and no cell here holds a line break. */
const columnsIn = (text: string, title: string) =>
  (text.split(`\n${title}\n`)[1] ?? '').split('\n', 1)[0]?.split(';') ?? [];

const voterColumns = ['age', 'sex', 'voting_method', 'neighborhood', 'district', 'education'];

describe('what stays behind', () => {
  const secret = (column: string) => `geheim-${column}`;
  const file = [
    ...['META', 'key;value', 'budget;100', 'vote_type;approval', 'PROJECTS'],
    'project_id;proposer;cost;neighborhood;public_id',
    `1;${secret('proposer')};60;${secret('wijk')};${secret('public')}`,
    ...['VOTES', ['voter_id', 'vote', ...voterColumns].join(';')],
    [secret('voter'), '1', ...voterColumns.map(secret)].join(';'),
    ['anna', '', ...voterColumns.map(secret)].join(';'),
  ].join('\n');

  test('everything that tells of voters, and who proposed a project', () => {
    const text = published(encode(file));
    expect(text).not.toMatch(/geheim|anna/);
    expect(columnsIn(text, 'VOTES')).toEqual(['voter_id', 'vote']);
    expect(text.endsWith('VOTES\nvoter_id;vote\n1;1\n2;\n')).toBe(true);
  });
});

// A suite without tests would be an error where the folder is absent.
const names = goldenNames().length > 0 ? goldenNames() : ['absent'];
const edges = Object.keys(edgeCases().valid);
const none = names[0] === 'absent' || edges.length === 0;

const projectColumns = 'project_id cost votes name category selected latitude longitude description'.split(
  ' ',
);

/** An election in one line of text: comparing 130,000 ballots one by one takes long. */
function text(file: PabulibFile): string {
  const { budget, projects, ...rest } = electionOf(file);
  return JSON.stringify([`${budget}`, projects.map(({ id, cost }) => [id, `${cost}`]), rest]);
}

/** Everything that must hold of a published file; answers its text. */
function expectSame(bytes: Uint8Array): string {
  const original = readPabulib(bytes);
  const first = publishedText(roundOf(original));
  const again = readPabulib(encode(first));
  expect(text(again) === text(original), 'the same election').toBe(true);
  expect(publishedText(roundOf(original)) === first, 'published twice').toBe(true);
  expect(publishedText(roundOf(again)) === first, 'published once more').toBe(true);
  expect(again.repeats).toEqual([]);
  expect(again.projectColumns.filter((name) => !projectColumns.includes(name))).toEqual([]);
  expect(again.voteColumns.filter((name) => !['voter_id', 'vote', 'points'].includes(name))).toEqual([]);
  expect(again.votes.every(({ voter }, place) => voter === `${place + 1}`)).toBe(true);
  return first;
}

describe.skipIf(none)('elections on file (skipped where ../shared is absent)', () => {
  test.each(names)('%s is published as the same election, of nobody', { timeout: 60_000 }, (name) => {
    expectSame(electionBytes(name));
  });

  test('some of them do tell of voters and proposers', () => {
    const files = ['France_Toulouse_2019', 'Poland_Warszawa_2017_Goclaw'].map((name) =>
      readPabulib(electionBytes(name)),
    );
    expect(files.flatMap(({ projectColumns: columns }) => columns)).toContain('proposer');
    expect(files.flatMap(({ voteColumns: columns }) => columns)).toEqual(
      expect.arrayContaining(['age', 'sex']),
    );
  });

  test.each([
    'France_Toulouse_2019',
    'Netherlands_Amsterdam_643',
    'Netherlands_Assen_2024',
    'Poland_Gdynia_2021_Babie_Doly__large',
    'Poland_Katowice_2024_Murcki',
    'Poland_Krakow_2024_Stare_Miasto',
    'Poland_Wieliczka_2023_Green_Budget',
    'Switzerland_Zurich_S5R',
    'Worldwide_Mechanical_Turk_Utilities_7',
  ])('%s counts the same from what is published', { timeout: 60_000 }, (name) => {
    const original = electionBytes(name);
    const copy = encode(published(original));
    expect(countFile(copy, usualRule)).toEqual(countFile(original, usualRule));
  });
});

describe.skipIf(none)('hand-made cases (skipped where ../shared is absent)', () => {
  test.each(edges)('%s is published as the same election, and counts the same', (name) => {
    const original = edgeBytes(`${name}.pb`);
    const copy = encode(expectSame(original));
    for (const rule of ruleNames) expect(countFile(copy, rule)).toEqual(countFile(original, rule));
  });
});
