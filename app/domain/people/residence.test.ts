import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDate } from '../calendar';
import {
  assertResidence,
  codeFrom,
  codeTyped,
  lastDayOf,
  letterIdentity,
  listIdentity,
  residenceMethods,
  subjectIdentity,
} from './residence';

describe('a way in which it is known', () => {
  it.each(residenceMethods)('%s is enough where it is accepted, and alone there', (method) => {
    expect(() => assertResidence(method, [method])).not.toThrow();
    const others = residenceMethods.filter((each) => each !== method);
    expect(() => assertResidence(method, others)).toThrow('residenceNeeded');
  });
});

describe('the code of a letter', () => {
  const bytes = fc.uint8Array({ minLength: 20, maxLength: 32 });

  it('is ten signs that nobody takes for one another, and is read back however it is typed', () => {
    fc.assert(
      fc.property(bytes, (from) => {
        const code = codeFrom(from);
        expect(code).toMatch(/^[ACDEFHJKMNPRTVWXY34679]{5}-[ACDEFHJKMNPRTVWXY34679]{5}$/);
        for (const typed of [code, code.toLowerCase(), code.replace('-', ' '), ` ${code.replace('-', '')}`]) {
          expect(codeTyped(typed)).toBe(code);
        }
      }),
    );
  });

  it('is another one for other bytes', () => {
    const one = new Uint8Array(20);
    for (let at = 0; at < 20; at += 1) {
      const other = new Uint8Array(20);
      other[at] = 1;
      expect(codeFrom(other)).not.toBe(codeFrom(one));
    }
    expect(codeFrom(new Uint8Array(3))).toBe('AAAAA-AAAAA');
  });

  it.each(['', 'ACDEF', 'ACDEF-HJKMN-P'])('is not "%s"', (typed) => expect(codeTyped(typed)).toBeNull());

  it('works four weeks', () => {
    expect(lastDayOf(calendarDate('2026-02-01'))).toBe('2026-02-28');
  });
});

describe('who somebody is at an address', () => {
  const home = { postcode: '1234AB', number: 12, addition: 'a-2' };
  const born = calendarDate('1950-04-03');

  it('is the same however the addition was typed', () => {
    expect(letterIdentity({ ...home, addition: ' A 2' }, born)).toBe(letterIdentity(home, born));
    expect(letterIdentity(home, born)).toBe('1234AB|12|A2|1950-04-03');
  });

  it('is another at another door or with another birthday', () => {
    const others = [
      letterIdentity({ ...home, postcode: '1234AC' }, born),
      letterIdentity({ ...home, number: 1 }, born),
      letterIdentity({ ...home, addition: '' }, born),
      letterIdentity(home, calendarDate('1950-04-04')),
    ];
    expect(new Set([letterIdentity(home, born), ...others]).size).toBe(5);
  });

  it('is postcode, number and year on a list', () => expect(listIdentity(home, 1950)).toBe('1234AB|12|1950'));
});

describe('any two people at any two doors', () => {
  const door = fc.record({
    postcode: fc.stringMatching(/^[1-9]\d{3}[A-Z]{2}$/),
    number: fc.integer({ min: 1, max: 99_999 }),
    addition: fc.stringMatching(/^[A-Z0-9]{0,4}$/),
  });
  const day = fc
    .tuple(
      fc.integer({ min: 1900, max: 2025 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    )
    .map(([year, month, date]) =>
      calendarDate([year, String(month).padStart(2, '0'), String(date).padStart(2, '0')].join('-')),
    );

  it('are one when door and birthday are, and only then', () => {
    fc.assert(
      fc.property(door, door, day, day, (one, other, bornOne, bornOther) => {
        const same =
          one.postcode === other.postcode &&
          one.number === other.number &&
          one.addition === other.addition &&
          bornOne === bornOther;
        expect(letterIdentity(one, bornOne) === letterIdentity(other, bornOther)).toBe(same);
      }),
    );
  });

  it('have one line on a list when house and year are the same, whatever stands behind the number', () => {
    fc.assert(
      fc.property(door, fc.integer({ min: 1900, max: 2025 }), ({ addition: _, ...at }, year) => {
        expect(listIdentity(at, year)).toBe(listIdentity({ ...at }, year));
        expect(listIdentity({ ...at, number: at.number + 1 }, year)).not.toBe(listIdentity(at, year));
        expect(listIdentity(at, year + 1)).not.toBe(listIdentity(at, year));
      }),
    );
  });

  it('are the same at a sign-in service for one subject of one issuer alone', () => {
    const issuer = fc.webUrl();
    const subject = fc.string({ minLength: 1, maxLength: 255 });
    fc.assert(
      fc.property(issuer, subject, issuer, subject, (one, ans, other, ben) => {
        const same = one === other && ans === ben;
        const texts = [
          subjectIdentity({ issuer: one, subject: ans }),
          subjectIdentity({ issuer: other, subject: ben }),
        ];
        expect(texts[0] === texts[1]).toBe(same);
      }),
    );
  });
});
