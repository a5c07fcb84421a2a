import { expect, test } from 'vitest';
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
