import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mustBeAccepted } from '../notices';
import { inhabitantsNotices } from './inhabitants';

const wijken = fc.array(
  fc.record({
    name: fc.string({ minLength: 1, maxLength: 12 }).map((text) => text.replaceAll(',', '.')),
    inhabitants: fc.option(fc.nat({ max: 20_000 }), { nil: null }),
  }),
  { maxLength: 12 },
);

test('of any wijken it counts all of which nobody knows, and names the first eight', () => {
  fc.assert(
    fc.property(wijken, (some) => {
      const unknown = some.filter(({ inhabitants }) => inhabitants === null).map(({ name }) => name);
      const [notice, ...more] = inhabitantsNotices(some);
      expect(more).toEqual([]);
      expect(notice?.values.count ?? 0).toBe(unknown.length);
      const names = [...unknown.slice(0, 8), ...(unknown.length > 8 ? ['…'] : [])];
      expect(notice?.values.names ?? '').toBe(names.join(', '));
    }),
    { seed: 11 },
  );
});

test('a wijk where nobody lives is not one of which nobody knows', () => {
  const found = inhabitantsNotices([
    { name: 'Haven', inhabitants: 0 },
    { name: 'Bos', inhabitants: null },
  ]);
  expect(found.map(({ values }) => values)).toEqual([{ count: 1, names: 'Bos' }]);
});

test('nobody has to accept it first: a file without inhabitants is whole', () => {
  expect(inhabitantsNotices([{ name: 'Bos', inhabitants: null }]).some(mustBeAccepted)).toBe(false);
});
