import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowsOf } from './rows';
import { writePabulib } from './write';

test('writing quotes what needs it, and nothing else', () => {
  const text = writePabulib({
    meta: [
      ['unit', 'a;b'],
      ['description', ' "x"\n'],
    ],
    projectColumns: ['project_id', 'cost', 'name'],
    projects: [{ cells: ['1', '5', 'a b'] }],
    voteColumns: ['voter_id', 'vote'],
    votes: [{ cells: ['v', '1,1'] }],
  });
  expect(text).toBe(
    'META\nkey;value\nunit;"a;b"\ndescription;" ""x""\n"\n' +
      'PROJECTS\nproject_id;cost;name\n1;5;a b\nVOTES\nvoter_id;vote\nv;1,1\n',
  );
});

test('any cells come back as they were written, from the rows of the text', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', ';', '"', ',', '\n', '\r', ' ', '\t', '\u00a0', 'é') });
  const row = fc.array(cell, { minLength: 2, maxLength: 4 }).map((cells) => ['x', ...cells]);
  fc.assert(
    fc.property(fc.array(row), fc.array(row), (projects, votes) => {
      const text = writePabulib({
        ...{ meta: [['k', 'v']], projectColumns: ['p', 'q'], voteColumns: ['v', 'w'] },
        projects: projects.map((cells) => ({ cells })),
        votes: votes.map((cells) => ({ cells })),
      });
      expect([...rowsOf(text)].map(({ cells }) => cells)).toEqual([
        ...[['META'], ['key', 'value'], ['k', 'v'], ['PROJECTS'], ['p', 'q'], ...projects],
        ...[['VOTES'], ['v', 'w'], ...votes],
      ]);
    }),
    { numRuns: 300, seed: 27 },
  );
});
