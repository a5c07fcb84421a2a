import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tally } from '../tally';
import { electionOf } from './election';
import { PabulibError, pabulibProblems } from './problem';
import { readPabulib } from './read';
import { writePabulib } from './write';

const encoder = new TextEncoder();
const runs = { numRuns: 400, seed: 1910 };

/** Reads and counts; what cannot be read is refused with a known problem and a place inside the file. */
function readOrRefuse(bytes: Uint8Array): 'read' | 'refused' {
  try {
    const file = readPabulib(bytes);
    const outcome = tally(electionOf(file), { method: 'shares', utility: 'cost', completion: true });
    expect(outcome.completedTotal <= file.budget).toBe(true);
    return 'read';
  } catch (error) {
    if (!(error instanceof PabulibError)) throw error;
    expect(pabulibProblems).toContain(error.code);
    expect(error.place.line >= 1 && error.place.column >= 1).toBe(true);
    expect(error.place.line <= bytes.length + 1 && error.place.column <= bytes.length + 1).toBe(true);
    expect(error.value.length <= 60).toBe(true);
    return 'refused';
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

  test('a million rows are read and counted', () => {
    const rows = Array.from({ length: 1_000_000 }, (_, voter) => `${voter};${voter % 7},${voter % 5}`);
    const projects = Array.from({ length: 7 }, (_, project) => `${project};${100 + project}`);
    const text = `META\nkey;value\nbudget;300\nvote_type;approval\nPROJECTS\nproject_id;cost\n${projects.join('\n')}\nVOTES\nvoter_id;vote\n${rows.join('\n')}`;
    const file = readPabulib(encoder.encode(text));
    expect(file.votes).toHaveLength(1_000_000);
    const outcome = tally(electionOf(file), { method: 'shares', utility: 'cost', completion: true });
    expect([outcome.race.voters, outcome.completed.length]).toEqual([1_000_000, 2]);
  }, 60_000);
});

describe('what is written is read back', () => {
  const cell = fc.string({ unit: 'binary', maxLength: 12 }).map((text) => text.trim());
  const id = cell
    .map((text) => text.replaceAll(',', ''))
    .filter((text) => text.trim() === text && text !== '');
  const wellFormed = (text: string) => new TextDecoder().decode(encoder.encode(text)) === text;

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
