import { expect, test } from 'vitest';
import { returnCodeIn, returnReasons, whyBack } from './return-reason';

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

test('every reason that is known stands once in the list, and is told by its code', () => {
  expect(new Set(returnReasons).size).toBe(returnReasons.length);
  for (const reason of returnReasons) expect(whyBack(reason)).toEqual({ reason });
});

test.each(['AC04 ', 'AC04\n', 'AC0', 'AC044', 'Jan ', 'ÀC04', '', undefined])(
  'the words of a bank are no code, so that nobody is named: %j',
  (text) => {
    expect(returnCodeIn(text)).toBeNull();
    expect(whyBack(text ?? null)).toBeNull();
  },
);
