import { expect, test } from 'vitest';
import { whyBack } from './return-reason';

test.each([
  ['AC04', { reason: 'AC04' }],
  ['XT99', { code: 'XT99' }],
  ['NOTPROVIDED', null],
  ['Rekening van J. Jansen bestaat niet', null],
  ['ac04', null],
  [null, null],
])('%s', (text, why) => {
  expect(whyBack(text)).toEqual(why);
});
