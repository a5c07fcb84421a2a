import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DomainError } from '~/domain/errors';
import { tally } from '~/domain/voting/tally';
import { type Election } from '~/domain/voting/election';
import { electionOf } from '~/domain/voting/modes';
import { type PabulibFile } from '~/domain/voting/round-file';
import { PabulibError, pabulibProblems } from './problem';
import { publishedText } from './publish';
import { readPabulib } from './read';
import { roundOf, type Round } from '~/domain/voting/round';
import { writePabulib } from './write';

const encoder = new TextEncoder();
const runs = { numRuns: 400, seed: 1910 };

/** What is read can be kept as a round and published: the same election to the last number, in text that stays. */
function expectPublished(file: PabulibFile): void {
  const text = publishedText(roundOf(file));
  const again = readPabulib(encoder.encode(text));
  const counted = ({ budget, projects, ballots, scoreScale, lot }: Election) => {
    const costs = projects.map(({ id, cost }) => [id, cost]);
    return { budget, costs, ballots, scoreScale, lot };
  };
  expect(counted(electionOf(again))).toEqual(counted(electionOf(file)));
  expect(publishedText(roundOf(again)) === text).toBe(true);
}

/** How a file is refused before it is read as one with votes. */
const atTheDoor: readonly string[] = ['fileUnreadable', 'fileOfOtherKind'];

/** Reads, counts and publishes; what cannot be read is refused with a known problem and a place inside the file. */
function readOrRefuse(bytes: Uint8Array): 'read' | 'refused' {
  try {
    const file = readPabulib(bytes);
    const outcome = tally(electionOf(file), { method: 'shares', utility: 'cost', completion: true });
    expect(outcome.completedTotal <= file.budget).toBe(true);
    expectPublished(file);
    return 'read';
  } catch (error) {
    if (error instanceof DomainError && atTheDoor.includes(error.code)) return 'refused';
    if (!(error instanceof PabulibError)) throw error;
    expect(pabulibProblems).toContain(error.code);
    expect(error.place.line >= 1 && error.place.column >= 1).toBe(true);
    expect(error.place.line <= bytes.length + 1 && error.place.column <= bytes.length + 1).toBe(true);
    expect(error.value.length <= 60).toBe(true);
    return 'refused';
  }
}

/** What a file can hold: no half signs, and no NUL. */
const wellFormed = (text: string) =>
  !text.includes('\0') && new TextDecoder().decode(encoder.encode(text)) === text;

/** What the tables ask of a round, whatever the file says. */
function expectKeepable({ name, currency, beganOn, endedOn, year, projects }: Round): void {
  expect(name).not.toBe('');
  expect(currency).toMatch(/^[A-Z]{3}$/);
  expect(year === null || (year >= 1900 && year <= 2099)).toBe(true);
  expect(beganOn === null || (endedOn !== null && beganOn <= endedOn)).toBe(true);
  for (const { name: called, latitude, longitude, chosen } of projects) {
    expect(called).not.toBe('');
    expect((latitude === null) === (longitude === null)).toBe(true);
    expect(Math.abs(latitude ?? 0) <= 90 && Math.abs(longitude ?? 0) <= 180).toBe(true);
    expect([null, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9]).toContain(chosen);
  }
}

const sample = [
  'META\nkey;value\nbudget;1000,50\nvote_type;cumulative\nunit;"A; ""B"""\n',
  'PROJECTS\nproject_id;cost;name\np1;333.33;x\nBO/2;0;"y\nz"\n公園;9999999;\n',
  'VOTES\nvoter_id;vote;points\na;p1,BO/2;1.5,2\nb;公園;3\nc;;\n',
].join('');

describe('anything at all is read or refused', () => {
  test('the sample is good', () => {
    expect(readOrRefuse(encoder.encode(sample))).toBe('read');
  });

  test('random bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(readOrRefuse(bytes)).toBe('refused');
      }),
      runs,
    );
  });

  test('a file cut anywhere', () => {
    const whole = encoder.encode(sample);
    for (let end = 0; end <= whole.length; end += 1) readOrRefuse(whole.slice(0, end));
  });

  test('a file with any byte changed', () => {
    const whole = encoder.encode(sample);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), (place, byte) => {
        readOrRefuse(whole.map((old, index) => (index === place ? byte : old)));
      }),
      runs,
    );
  });

  test('a file with a piece put in, taken out or doubled', () => {
    const odd = fc.constantFrom(
      ';',
      '"',
      ',',
      '\n',
      '\r',
      '-',
      'VOTES\n',
      '\0',
      '9'.repeat(40),
      '\u2028',
      '__proto__',
    );
    fc.assert(
      fc.property(fc.nat(sample.length), fc.nat(12), odd, (place, length, piece) => {
        const [head, tail] = [sample.slice(0, place), sample.slice(place)];
        readOrRefuse(encoder.encode(head + piece + tail));
        readOrRefuse(encoder.encode(head + tail.slice(length)));
        readOrRefuse(encoder.encode(head + tail.slice(0, length) + tail));
      }),
      runs,
    );
  });

  test('lines in any order', () => {
    const lines = sample.split('\n');
    fc.assert(
      fc.property(fc.shuffledSubarray(lines), (shuffled) => {
        readOrRefuse(encoder.encode(shuffled.join('\n')));
      }),
      runs,
    );
  });

  test('whatever a city writes about its vote and its projects', () => {
    const date = fc.constantFrom('2024', '01.02.2024', '31.02.2024', '00.00.0000', '1.1.24', '99.99.9999');
    const number = fc.constantFrom('52.1', '-0', '1e-9', '0x1F', '1e400', 'NaN', ' 5 ', '181', '2', '٣');
    const word = fc.oneof(fc.string({ unit: 'binary' }), date, number).filter(wellFormed);
    const keys = ['description', 'unit', 'subunit', 'district', 'instance', 'currency', 'rule'];
    const about = ['name', 'category', 'selected', 'latitude', 'longitude', 'description', 'votes'];
    const cells = (size: number) => fc.array(word, { minLength: size, maxLength: size });
    fc.assert(
      fc.property(cells(9), cells(about.length), cells(about.length), (said, first, second) => {
        const meta = [...keys, 'date_begin', 'date_end'].map(
          (key, place) => [key, said[place] ?? ''] as const,
        );
        const text = writePabulib({
          meta: [['budget', '10'], ['vote_type', 'scoring'], ...meta],
          projectColumns: ['project_id', 'cost', ...about],
          projects: [{ cells: ['a', '7', ...first] }, { cells: ['b', '4.05', ...second] }],
          voteColumns: ['points', 'voter_id', 'vote'],
          votes: [{ cells: ['-0,0.000001', 'x', 'b,a'] }, { cells: ['', 'y', ''] }],
        });
        expect(readOrRefuse(encoder.encode(text))).toBe('read');
        expectKeepable(roundOf(readPabulib(encoder.encode(text))));
      }),
      runs,
    );
  });

  test.each([
    ['a budget of a million digits', `META\nkey;value\nbudget;${'9'.repeat(1_000_000)}\n`],
    ['a million semicolons', `META\n${';'.repeat(1_000_000)}`],
    ['a million quotes', `META\n${'"'.repeat(1_000_001)}`],
    ['a million lines without anything', '\n'.repeat(1_000_000)],
    ['a million columns', `META\nkey;value\n${'x;'.repeat(500_000)}\n`],
    ['points of a million digits', sample.replace('1.5', '1'.repeat(1_000_000))],
  ])('%s is refused', (_, text) => {
    expect(readOrRefuse(encoder.encode(text))).toBe('refused');
  });

  test.each([
    [
      'one project a hundred thousand times on a ballot',
      `z;${'p1,'.repeat(100_000)}p1;${'1,'.repeat(100_000)}1\n`,
    ],
    ['a name of a million letters', `${'n'.repeat(1_000_000)};p1;1\n`],
  ])('%s is read', (_, line) => {
    expect(readOrRefuse(encoder.encode(sample + line))).toBe('read');
  });

  test('a million rows are read and counted, in memory that stays within bounds', () => {
    const rows = Array.from({ length: 1_000_000 }, (_, voter) => `${voter};${voter % 7},${voter % 5}`);
    const projects = Array.from({ length: 7 }, (_, project) => `${project};${100 + project}`);
    const text = `META\nkey;value\nbudget;300\nvote_type;approval\nPROJECTS\nproject_id;cost\n${projects.join('\n')}\nVOTES\nvoter_id;vote\n${rows.join('\n')}`;
    const bytes = encoder.encode(text);
    const before = process.resourceUsage().maxRSS;
    const file = readPabulib(bytes);
    expect(file.votes).toHaveLength(1_000_000);
    const outcome = tally(electionOf(file), { method: 'shares', utility: 'cost', completion: true });
    expect([outcome.race.voters, outcome.completed.length]).toEqual([1_000_000, 2]);
    // In kilobytes: it takes some 450,000, a tenth of which is the file itself in its three forms.
    expect(process.resourceUsage().maxRSS - before).toBeLessThan(900_000);
  }, 60_000);
});

describe('what is written is read back', () => {
  const cell = fc.string({ unit: 'binary', maxLength: 12 }).map((text) => text.trim());
  const id = cell
    .map((text) => text.replaceAll(',', ''))
    .filter((text) => text.trim() === text && text !== '');

  test('whatever stands in names and ids', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(id.filter(wellFormed), { minLength: 1, maxLength: 5 }),
        fc.array(cell.filter(wellFormed), { minLength: 5, maxLength: 5 }),
        (ids, names) => {
          const text = writePabulib({
            meta: [
              ['budget', '10'],
              ['vote_type', 'approval'],
            ],
            projectColumns: ['project_id', 'cost', 'name'],
            projects: ids.map((project, index) => ({ cells: [project, '1', names[index] ?? ''] })),
            voteColumns: ['voter_id', 'vote'],
            votes: ids.map((voter, index) => ({ cells: [voter, ids.slice(index).join()] })),
          });
          const file = readPabulib(encoder.encode(text));
          expect(file.projects.map(({ id: read }) => read)).toEqual(ids);
          expect(file.projects.map(({ cells }) => cells[2])).toEqual(names.slice(0, ids.length));
          expect(file.votes.map(({ choices }) => choices.length)).toEqual(
            ids.map((_, index) => ids.length - index),
          );
        },
      ),
      runs,
    );
  });
});
