import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { knownMigrations } from '#db/known-migrations';

const landed = Object.entries(JSON.parse(readFileSync('db/migrations/landed.json', 'utf8')) as object);
const known = knownMigrations();

test('a migration that has landed is still there, in its place, with the text it landed with', () => {
  const now = known.slice(0, landed.length).map(({ tag, hash }) => [tag, hash]);
  expect(
    now,
    'Databases in use have had this step. Put its text back (git checkout main -- db/migrations) and write the change in a new migration.',
  ).toEqual(landed);
});

test('every migration is in the list of those that landed', () => {
  const added = known.slice(landed.length).map(({ tag, hash }) => `  "${tag}": "${hash}"`);
  expect(
    added,
    'A new migration: when its text is final, add these lines to db/migrations/landed.json.',
  ).toEqual([]);
});

test('each was made after the one before it, so that no database skips one', () => {
  const sorted = [...known].sort((a, b) => a.when - b.when || a.tag.localeCompare(b.tag));
  expect(known.map(({ tag }) => tag)).toEqual(sorted.map(({ tag }) => tag));
  expect(known.map(({ tag }) => Number(tag.slice(0, 4)))).toEqual(known.map((_, n) => n));
});
