import { expect, test } from 'vitest';
import { servedBy } from './served';

test.each([
  [[1, 1, 1], { voters: 3, served: 2, percent: 66, average: 1 }],
  [[1, 999], { voters: 1000, served: 999, percent: 99, average: 0.999 }],
  [[0, 0, 4], { voters: 4, served: 4, percent: 100, average: 2 }],
  [[5], { voters: 5, served: 0, percent: 0, average: 0 }],
  [[0], { voters: 0, served: 0, percent: 0, average: 0 }],
  [[], { voters: 0, served: 0, percent: 0, average: 0 }],
])('a reach of %j', (reach, served) => {
  expect(servedBy(reach)).toEqual(served);
});
