import { describe, expect, test } from 'vitest';
import { readPabulib } from '../../formats/pabulib/read';
import { mustBeAccepted, type Notice } from '../notices';
import { mostPerBallot, noticesOf } from './round-notices';

type File = {
  meta?: string[];
  type?: string;
  columns?: string;
  projects?: string[];
  votes?: string[];
  of?: string;
};

/** What is odd in a small file: more lines of META, other columns, ballots as they are asked. */
function odd({ meta = [], type = 'approval', columns = '', projects = ['', ''], votes = [], of = '' }: File) {
  const rows = projects.map((more, place) => `${place + 1};50${more}`);
  const text = [
    ...['META', 'key;value', 'budget;100', `vote_type;${type}`, ...meta],
    ...['PROJECTS', `project_id;cost${columns}`, ...rows],
    ...['VOTES', `voter_id;vote${of}`, ...votes.map((vote, voter) => `v${voter};${vote}`)],
  ].join('\n');
  return noticesOf(readPabulib(new TextEncoder().encode(text)));
}

const said = (notices: Notice[]) => notices.map(({ code, values }) => [code, values]);

describe('what is odd in a file', () => {
  test('is nothing where it is as it should be', () => {
    const meta = ['num_votes;2', 'num_projects;2', 'currency;EUR', 'date_begin;2024', 'date_end;01.05.2024'];
    const columns = ';name;latitude;longitude;selected;public_id';
    const projects = [';Bank;52.1;6.1;1;x', ';Boom;;;0;'];
    expect(odd({ meta, columns, projects, votes: ['1,2;18', ';'], of: ';age' })).toEqual([]);
    expect(odd({ meta: ['num_votes;', 'date_end;', 'currency;'] })).toEqual([]);
  });

  test.each([
    ['num_votes;2', []],
    ['num_votes;2.0', []],
    ['num_votes;999', [['votesCount', { announced: 999, count: 2 }]]],
    ['num_votes;1', [['votesCount', { announced: 1, count: 2 }]]],
    ['num_votes;0', [['votesCount', { announced: 0, count: 2 }]]],
    ['num_votes;veel', [['countUnknown', { key: 'num_votes', value: 'veel' }]]],
    ['num_votes;-1', [['countUnknown', { key: 'num_votes', value: '-1' }]]],
    ['num_votes;1.5', [['countUnknown', { key: 'num_votes', value: '1.5' }]]],
    ['num_projects;7', [['projectsCount', { announced: 7, count: 2 }]]],
  ])('by %s', (line, notices) => {
    expect(said(odd({ meta: [line], votes: ['1', '2'] }))).toEqual(notices);
  });

  test.each([
    ['choose-1', [], ['1,2', '1', '', '2,1'], [['ballotsBeyond', { count: 2, most: 1 }]]],
    ['choose-1', ['max_length;2'], ['1,2'], [['ballotsBeyond', { count: 1, most: 1 }]]],
    ['approval', ['max_length;1'], ['1,2', '1'], [['ballotsBeyond', { count: 1, most: 1 }]]],
    ['approval', ['max_length;2'], ['1,2'], []],
    ['approval', ['max_length;een'], ['1,2'], []],
    ['approval', ['min_length;2'], ['1'], []],
    ['ordinal', ['max_length;1'], ['1,2'], []],
  ])('in ballots of %s %j', (type, meta, votes, notices) => {
    expect(said(odd({ type, meta, votes }))).toEqual(notices);
  });

  test('a project twice is told by the number of ballots, and is no choice too many', () => {
    expect(odd({ type: 'choose-1', votes: ['1', '2,2,2', '1,1'] })).toEqual([
      { code: 'projectTwice', line: 12, values: { count: 2 } },
    ]);
  });

  test.each([
    ['naam', [['columnsUnknown', { count: 1, table: 'PROJECTS', columns: 'naam' }]]],
    ['kosten;Cost', [['columnsUnknown', { count: 2, table: 'PROJECTS', columns: 'Cost, kosten' }]]],
    ['target;beneficiaries', []],
  ])('in the column %s', (columns, notices) => {
    const projects = [columns.replace(/[^;]+/g, '').padStart(columns.split(';').length, ';')];
    expect(said(odd({ columns: `;${columns}`, projects }))).toEqual(notices);
  });

  test('of voters, a few columns and no more of a long name', () => {
    const names = Array.from({ length: 10 }, (_, nth) => `${nth}`.repeat(nth === 0 ? 100 : 1));
    const columns = `${'0'.repeat(60)}…, 1, 2, 3, 4, 5, 6, 7, …`;
    expect(said(odd({ of: `;${names.join(';')}` }))).toEqual([
      ['columnsUnknown', { count: 10, table: 'VOTES', columns }],
    ]);
  });

  test.each([
    [['date_end;2024-05-01'], []],
    [['date_end;1-5-2024'], []],
    [['date_end;1824'], [['dateUnknown', { key: 'date_end', value: '1824' }]]],
    [['date_end;mei 2024'], [['dateUnknown', { key: 'date_end', value: 'mei 2024' }]]],
    [['date_begin;31.06.2024'], [['dateUnknown', { key: 'date_begin', value: '31.06.2024' }]]],
    [
      ['date_begin;02.05.2024', 'date_end;2024-05-01'],
      [['datesCrossed', { begin: '02.05.2024', end: '2024-05-01' }]],
    ],
    [['currency;€'], [['currencyUnknown', { value: '€' }]]],
    [['currency;PLN'], []],
  ])('in %j', (meta, notices) => {
    expect(said(odd({ meta }))).toEqual(notices);
  });

  test.each([
    [';52.1;6.1;1', []],
    [';0;0;0', []],
    [';;;', []],
    [';"52,1";"6,1";', [['pointsUnknown', { count: 1 }]]],
    [';52.1;;', [['pointsUnknown', { count: 1 }]]],
    [';;;ja', [['chosenUnknown', { count: 1 }]]],
  ])('in the project %s', (project, notices) => {
    expect(said(odd({ columns: ';latitude;longitude;selected', projects: [project] }))).toEqual(notices);
  });

  test('must be accepted where a part may be missing, and only there', () => {
    const meta = ['num_votes;3', 'num_projects;3', 'date_end;ooit', 'currency;x'];
    const notices = odd({ meta, type: 'choose-1', votes: ['1,2', '1,1'] });
    expect(notices.filter(mustBeAccepted).map(({ code }) => code)).toEqual(['votesCount', 'projectsCount']);
    expect(notices).toHaveLength(6);
  });
});

test.each([
  ['choose-1', '', 1],
  ['approval', '', null],
  ['approval', '2', 2],
  ['approval', '3', null],
  ['approval', '12345', null],
  ['cumulative', '2', null],
] as const)('the page of %s with "%s" at most states %s', (voteType, most, stated) => {
  const meta = new Map(most === '' ? [] : [['max_length', most]]);
  expect(mostPerBallot({ voteType, projects: 3, meta })).toBe(stated);
});
