import { describe, expect, test } from 'vitest';
import { electionOf, modesOf } from '~/domain/voting/modes';
import { PabulibError, pabulibProblems, type PabulibProblem } from './problem';
import { readPabulib } from './read';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readPabulib(bytes(text));

const meta = (type = 'approval', more = '') => `META\nkey;value\nbudget;100\nvote_type;${type}\n${more}`;
const projects = 'PROJECTS\nproject_id;cost\n1;60\n2;50\n';
const file = (votes: string, type = 'approval', columns = 'voter_id;vote') =>
  `${meta(type)}${projects}VOTES\n${columns}\n${votes}`;
const scored = (votes: string, type = 'cumulative') => file(votes, type, 'voter_id;vote;points');

function refusal(text: string): [PabulibProblem, number, number, string] {
  try {
    read(text);
  } catch (error) {
    if (!(error instanceof PabulibError)) throw error;
    expect(error.message).toContain(error.code);
    return [error.code, error.place.line, error.place.column, error.value];
  }
  return expect.fail('the file was read');
}

const cases: [string, string, PabulibProblem, number, number, string][] = [
  ['an empty file', '', 'sectionMissing', 1, 1, 'META'],
  ['blank lines only', '\n \n', 'sectionMissing', 3, 1, 'META'],
  ['a table without a title', 'key;value\nbudget;1\n', 'sectionMissing', 1, 1, 'META'],
  ['META alone', 'META\n', 'columnMissing', 2, 1, 'key'],
  ['META without values', 'META\nkey\n', 'columnMissing', 2, 1, 'value'],
  ['META without projects', meta(), 'sectionMissing', 5, 1, 'PROJECTS'],
  ['META without a header', `META\n${projects}`, 'columnMissing', 2, 1, 'key'],
  ['VOTES without a header', `${meta()}${projects}VOTES`, 'columnMissing', 9, 6, 'voter_id'],
  ['PROJECTS first', `${projects}`, 'sectionMisplaced', 1, 1, 'PROJECTS'],
  ['VOTES before PROJECTS', `${meta()}VOTES\nvoter_id;vote\n`, 'sectionMisplaced', 5, 1, 'VOTES'],
  ['META twice', `${meta()}meta\n`, 'sectionMisplaced', 5, 1, 'META'],
  ['a fourth table', `${file('a;1\n')}VOTES\n`, 'sectionMisplaced', 12, 1, 'VOTES'],
  ['no way of voting', `META\nkey;value\nbudget;100\n${projects}`, 'keyMissing', 4, 1, 'vote_type'],
  ['no budget', `META\nkey;value\nvote_type;approval\n${projects}`, 'keyMissing', 4, 1, 'budget'],
  ['an unknown way of voting', meta('knapsack'), 'voteTypeUnknown', 4, 11, 'knapsack'],
  ['a key twice', meta('approval', 'budget;100\n'), 'keyRepeated', 5, 1, 'budget'],
  ['a budget in words', 'META\nkey;value\nbudget;ten\n', 'numberInvalid', 3, 8, 'ten'],
  ['a budget below zero', 'META\nkey;value\nbudget;-0,01\n', 'numberNegative', 3, 8, '-0,01'],
  ['projects without ids', `${meta()}PROJECTS\nid;cost\n`, 'columnMissing', 6, 1, 'project_id'],
  ['projects without a cost', `${meta()}PROJECTS\nproject_id;price\n`, 'columnMissing', 6, 1, 'cost'],
  ['voters without votes', file('', 'approval', 'voter_id;votes'), 'columnMissing', 10, 1, 'vote'],
  ['a column twice', `${meta()}PROJECTS\nproject_id;cost;cost\n`, 'columnRepeated', 6, 17, 'cost'],
  ['no points column', file('a;1\n', 'cumulative'), 'columnMissing', 10, 1, 'points'],
  ['a row too long', file('a;1;x\n'), 'rowTooLong', 11, 5, ''],
  ['a row too short', file('a\n'), 'rowTooShort', 11, 2, ''],
  ['a project without id', `${meta()}PROJECTS\nproject_id;cost\n;5\n`, 'idMissing', 7, 1, ''],
  ['a voter without id', file(';1\n'), 'idMissing', 11, 1, ''],
  ['a hole in a ballot', file('a;1,,2\n'), 'idMissing', 11, 5, ''],
  ['a comma at the end', file('a;1,\n'), 'idMissing', 11, 5, ''],
  ['an unknown project after a space', file('a; 1,  9\n'), 'projectUnknown', 11, 8, '9'],
  ['an unknown project in quotes', file('a;"1,9"\n'), 'projectUnknown', 11, 6, '9'],
  ['points in words', scored('a;1,2;3,x\n'), 'numberInvalid', 11, 9, 'x'],
  ['points below zero', scored('a;1;-1\n'), 'numberNegative', 11, 5, '-1'],
  ['points without a choice', scored('a;;1\n'), 'pointsCount', 11, 4, '1'],
  ['text after a quote', file('a;"1" x\n'), 'quoteMisplaced', 11, 7, ''],
  ['an open quote at the end', file('"'), 'quoteOpen', 11, 1, ''],
  ['an open quote after a doubled one', file('a;"1""'), 'quoteOpen', 11, 3, ''],
  ['a long value, cut', file(`a;${'9'.repeat(500)}\n`), 'projectUnknown', 11, 3, '9'.repeat(60)],
  [
    'a wrong place after lines in quotes',
    `${meta('approval', '"a\nb";"c\r\nd"\n')}x\n`,
    'rowTooShort',
    8,
    2,
    '',
  ],
  [
    'a wrong place after letters of two halves',
    `${meta('approval', '😀;😀\n😀;é;1\n')}`,
    'rowTooLong',
    6,
    5,
    '',
  ],
];

describe('what is refused, and where', () => {
  test.each(cases)('%s', (_, text, code, line, column, value) => {
    expect(refusal(text)).toEqual([code, line, column, value]);
  });

  test('points that no longer add up exactly', () => {
    const rich = Array.from({ length: 10 }, (_, voter) => `${voter};1;999999999\n`).join('');
    expect(refusal(scored(rich))).toEqual(['pointsTooLarge', 20, 5, '999999999']);
    const most = rich.replace('9;1;999999999', '9;1;7199263.740991');
    expect(read(scored(most)).votes[9]?.points).toEqual([7_199_263_740_991]);
    expect(refusal(scored(most.replace('.740991', '.740992')))[0]).toBe('pointsTooLarge');
  });

  test('every problem of the list is met here or in the hand-made cases', () => {
    const elsewhere = ['idWithComma', 'projectRepeated', 'voterRepeated', 'pointsTooLarge'];
    const met = new Set([...cases.map(([, , code]) => code), ...elsewhere]);
    expect(pabulibProblems.filter((code) => !met.has(code))).toEqual([]);
  });

  test('bytes that are no UTF-8, at their own line', () => {
    const good = bytes('META\r\nkey;value\r\nunit;');
    const bad = new Uint8Array([...good, 0xc3, 0x28]);
    const told = { code: 'fileUnreadable', detail: { line: 3, what: 'undecodable' } };
    expect(() => readPabulib(bad)).toThrow(expect.objectContaining(told));
  });

  test('what is clearly another kind of file, with what it is', () => {
    const told = { code: 'fileOfOtherKind', detail: { found: 'json', wanted: 'pabulib' } };
    expect(() => read('{"type": "FeatureCollection"}')).toThrow(expect.objectContaining(told));
  });

  test('a project id twice, a voter twice and a comma in an id', () => {
    expect(refusal(`${meta()}${projects} 2 ;5\n`)).toEqual(['projectRepeated', 9, 2, '2']);
    expect(refusal(file('a;1\nb;\na;\n'))).toEqual(['voterRepeated', 13, 1, 'a']);
    expect(refusal(`${meta()}PROJECTS\nproject_id;cost\n1,2;5\n`)).toEqual(['idWithComma', 7, 1, '1,2']);
  });
});

describe('what is read', () => {
  test('lines may end in LF, CRLF or CR', () => {
    const text = file('a;1,2\nb;\n');
    const [unix, windows, mac] = ['\n', '\r\n', '\r'].map((end) => read(text.replaceAll('\n', end)));
    expect(windows).toEqual(unix);
    expect(mac).toEqual(unix);
  });

  test('empty cells that a spreadsheet adds at the end of a row are nothing', () => {
    const plain = file('a;1,2\nb;\n');
    const padded = (tail: string) => plain.replaceAll('\n', `${tail}\n`);
    for (const tail of [';', ';;;', ';"";', ' ; ;']) {
      expect(read(padded(tail))).toEqual(read(plain));
    }
    expect(read(plain.replace('PROJECTS', ';;\nPROJECTS'))).toEqual(read(plain));
    expect(refusal(file('a;1;;x\n'))).toEqual(['rowTooLong', 11, 5, '']);
    expect(refusal(file('a\n'))[0]).toBe('rowTooShort');
  });

  test('a quote inside a cell is a letter', () => {
    const text = `${meta('approval', 'unit;The "Fonz"\n')}${projects}VOTES\nvoter_id;vote\n`;
    expect(read(text).meta.get('unit')).toBe('The "Fonz"');
  });

  test('all cells stay as they stood', () => {
    const text = `${meta()}PROJECTS\nname;project_id;cost\n"a;""b""";1;60\nc\t;2;50\nVOTES\nvote;voter_id;age\n1;x; 9 \n`;
    const { projects: read1, votes, projectColumns, voteColumns } = read(text);
    expect(read1.map(({ cells }) => cells[0])).toEqual(['a;"b"', 'c']);
    expect(votes[0]).toEqual({ voter: 'x', choices: [0], points: [], cells: ['1', 'x', '9'] });
    expect([projectColumns, voteColumns]).toEqual([
      ['name', 'project_id', 'cost'],
      ['vote', 'voter_id', 'age'],
    ]);
  });

  test('a project twice in a ballot counts once, with its first points, and is told', () => {
    const { votes, repeats } = read(scored('a;1,2,1;3,4,5\n\nb;2,2;0,9\n'));
    expect(votes.map(({ choices, points }) => [choices, points])).toEqual([
      [
        [0, 1],
        [3_000_000, 4_000_000],
      ],
      [[1], [0]],
    ]);
    expect(repeats).toEqual([
      { line: 11, voter: 'a', project: '1' },
      { line: 13, voter: 'b', project: '2' },
    ]);
  });

  test('lines inside quotes count as lines', () => {
    const { repeats } = read(file('"a\r\nb";1,1\nc;2,2\n'));
    expect(repeats.map(({ line }) => line)).toEqual([11, 13]);
  });

  test.each(['\n', '\r\n', '\r'])('blank lines count as lines, which end in %j', (end) => {
    const { repeats } = read(file('a;1,1\n\n\nb;2,2\n').replaceAll('\n', end));
    expect(repeats.map(({ line }) => line)).toEqual([11, 14]);
  });

  test('spaces in quotes round an id, or instead of a ballot, are nothing', () => {
    const { projects: found, votes } = read(
      `${meta()}PROJECTS\nproject_id;cost\n" 1 ";60\nVOTES\nvoter_id;vote\na;" "\nb;1\n`,
    );
    expect(found[0]?.id).toBe('1');
    expect(votes.map(({ choices }) => choices)).toEqual([[], [0]]);
  });

  test('a key may have the name of a table', () => {
    expect(read(`${meta('approval', 'votes;7\n')}${projects}VOTES\nvoter_id;vote\n`).meta.get('votes')).toBe(
      '7',
    );
  });

  test('names that mean something to JavaScript are plain names', () => {
    const text = `${meta('approval', '__proto__;x\nconstructor;y\n')}PROJECTS\nproject_id;cost\n__proto__;1\nVOTES\nvoter_id;vote\n__proto__;__proto__\n`;
    const strange = read(text);
    expect([strange.meta.get('__proto__'), strange.projects[0]?.id]).toEqual(['x', '__proto__']);
    expect(strange.votes[0]?.choices).toEqual([0]);
  });
});

describe('ways of counting a file', () => {
  test.each([
    ['approval', ['approval']],
    ['choose-1', ['approval']],
    ['ordinal', ['rank', 'approval']],
    ['cumulative', ['points', 'approval']],
    ['scoring', ['points', 'approval']],
  ])('%s', (type, wanted) => {
    const points = wanted[0] === 'points';
    expect(modesOf(points ? read(scored('', type)) : read(file('', type)))).toEqual(wanted);
  });

  test('ranks are the length of the ballot less the place', () => {
    const { ballots } = electionOf(read(file('a;2,1\nb;1\nc;1,1,2\n', 'ordinal')));
    expect(ballots.map(({ choices, scores }) => [choices, scores])).toEqual([
      [
        [1, 0],
        [2, 1],
      ],
      [[0], [1]],
      [
        [0, 1],
        [2, 1],
      ],
    ]);
  });

  test('points of zero or less are no choice; the smallest decimal is the unit', () => {
    const cast = electionOf(read(scored('a;1,2;-2,0\nb;1,2;0.25,10\nc;2;1\n', 'scoring')));
    expect(cast.scoreScale).toBe(100);
    expect(cast.ballots.map(({ choices, scores }) => [choices, scores])).toEqual([
      [[], []],
      [
        [0, 1],
        [25, 1000],
      ],
      [[1], [100]],
    ]);
  });

  test('points may be read as approvals, whatever they are', () => {
    const cast = electionOf(read(scored('a;1,2;-2,0\n', 'scoring')), 'approval');
    expect([cast.scoreScale, cast.ballots[0]?.scores]).toEqual([1, [1, 1]]);
  });

  test('a file without points or ranks has none', () => {
    expect(() => electionOf(read(file('a;1\n')), 'points')).toThrow(RangeError);
    expect(() => electionOf(read(file('a;1\n')), 'rank')).toThrow(RangeError);
  });

  test('a draw replaces the order of ids', () => {
    expect(electionOf(read(file('')), 'approval', ['2', '1']).lot).toEqual([1, 0]);
  });
});
