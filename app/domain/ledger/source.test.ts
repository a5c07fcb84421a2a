import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, calendarDate } from '../calendar';
import { DomainError } from '../errors';
import { cents } from '../money/cents';
import { noEarmark } from './earmark';
import { arrivalOf, assertFreeCode, assertMeantFor, assertTerms, ownMoneyOf, validityOf } from './source';
import { rollovers } from './year-end';

const refusal = (code: string, field: string) => expect.objectContaining({ code, field });
const [june, july] = [calendarDate('2026-06-01'), calendarDate('2026-07-01')];
const terms = { validFrom: null, expiresOn: null, rollover: 'lapses', rolloverPct: 0 } as const;

describe('terms', () => {
  test('money expires on or after the day from which it may be used', () => {
    const dates = fc.integer({ min: -400, max: 400 });
    fc.assert(
      fc.property(dates, (days) => {
        const attempt = () => assertTerms({ ...terms, validFrom: june, expiresOn: addDays(june, days) });
        if (days < 0) expect(attempt).toThrow(refusal('dateInvalid', 'expiresOn'));
        else expect(attempt).not.toThrow();
      }),
    );
    expect(() => assertTerms({ ...terms, validFrom: june })).not.toThrow();
    expect(() => assertTerms({ ...terms, expiresOn: june })).not.toThrow();
  });

  test.each([
    ['percentage', 1, true],
    ['percentage', 100, true],
    ['percentage', 0, false],
    ['percentage', 101, false],
    ['percentage', 12.5, false],
    ['percentage', -1, false],
    ['lapses', 0, true],
    ['lapses', 25, false],
    ['stays', 0, true],
    ['stays', 100, false],
  ] as const)('%s with %d per cent: %s', (rollover, rolloverPct, fits) => {
    const attempt = () => assertTerms({ ...terms, rollover, rolloverPct });
    if (fits) expect(attempt).not.toThrow();
    else expect(attempt).toThrow(refusal('numberInvalid', 'rolloverPct'));
  });

  test('every rule is either with or without a percentage', () => {
    for (const rollover of rollovers) {
      const fitting = [0, 50].filter((rolloverPct) => {
        try {
          assertTerms({ ...terms, rollover, rolloverPct });
          return true;
        } catch (error) {
          expect(error).toBeInstanceOf(DomainError);
          return false;
        }
      });
      expect(fitting).toEqual([rollover === 'percentage' ? 50 : 0]);
    }
  });
});

describe('money for one wijk', () => {
  test('is promised there and nowhere else', () => {
    const here = { ...noEarmark, areaId: 'here' };
    expect(() => assertMeantFor(here, ['here'])).not.toThrow();
    expect(() => assertMeantFor(here, [])).not.toThrow();
    expect(() => assertMeantFor(here, ['there'])).toThrow(refusal('earmarkedElsewhere', 'areaId'));
    expect(() => assertMeantFor(here, ['here', 'there'])).toThrow(refusal('earmarkedElsewhere', 'areaId'));
  });

  test('other money may go anywhere', () => {
    expect(() => assertMeantFor(noEarmark, ['here', 'there'])).not.toThrow();
  });
});

test.each([
  [100n, 100n, 'nothing'],
  [100n, 1n, 'part'],
  [100n, 99n, 'part'],
  [100n, 0n, 'whole'],
  [0n, 0n, 'nothing'],
] as const)('of %d cents with %d to come, %s has arrived', (promised, receivable, arrival) => {
  expect(arrivalOf({ promised: cents(promised), receivable: cents(receivable) })).toBe(arrival);
});

describe('validity', () => {
  test.each([
    ['no end', { validFrom: null, expiresOn: null }, null],
    ['begun, no end', { validFrom: june, expiresOn: null }, null],
    ['begins later', { validFrom: july, expiresOn: null }, { state: 'notYet', days: 30 }],
    ['ends today', { validFrom: null, expiresOn: june }, { state: 'ending', days: 0 }],
    ['ends soon', { validFrom: june, expiresOn: july }, { state: 'ending', days: 30 }],
    ['ends in 60 days', { validFrom: null, expiresOn: addDays(june, 60) }, { state: 'ending', days: 60 }],
    ['ends in 61 days', { validFrom: null, expiresOn: addDays(june, 61) }, null],
    ['ended yesterday', { validFrom: null, expiresOn: addDays(june, -1) }, { state: 'expired', days: 1 }],
  ] as const)('%s', (_name, validity, said) => {
    expect(validityOf(validity, june)).toEqual(said);
  });
});

test('the code of the own money of a year is of nobody else, however it is written', () => {
  for (const code of [ownMoneyOf(2026).code, ' bank-2027 ']) {
    expect(() => assertFreeCode(code)).toThrow(
      expect.objectContaining({ code: 'alreadyDone', field: 'code' }),
    );
  }
  for (const code of ['BANK-26', 'BANK-20266', 'RABOBANK-2026']) {
    expect(() => assertFreeCode(code)).not.toThrow();
  }
});
