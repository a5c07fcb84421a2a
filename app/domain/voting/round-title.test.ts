import { expect, test } from 'vitest';
import { roundTitle } from './round-title';

test.each([
  ['Centrum Begroot', 2020, 'Centrum Begroot 2020'],
  ['Buurtbudget 2020', 2020, 'Buurtbudget 2020'],
  ['Buurtbudget', null, 'Buurtbudget'],
])('%s of %s is called %s', (name, year, title) => {
  expect(roundTitle({ name, year })).toBe(title);
});
