import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cbsLevel, gemeenteOfCode, inhabitantsFromCbs } from './cbs';

describe('CBS codes', () => {
  it.each([
    ['GM0307', 'gemeente'],
    ['WK030703', 'wijk'],
    ['WK0363AA', 'wijk'],
    ['BU05990325', 'buurt'],
    ['BU0363AA01', 'buurt'],
    ['WK03070', null],
    ['WK0307031', null],
    ['wk030703', null],
    ['WK03A703', null],
    ['', null],
  ])('%s is a %s', (code, level) => {
    expect(cbsLevel(code)).toBe(level);
  });

  it('knows the gemeente of a wijk and buurt', () => {
    expect(gemeenteOfCode('WK030703')).toBe('GM0307');
    expect(gemeenteOfCode('BU05990325')).toBe('GM0599');
  });

  it('reads secret and unknown numbers of inhabitants as unknown, and zero as zero', () => {
    expect([12_185, 0, -99_997, -1, null].map(inhabitantsFromCbs)).toEqual([12_185, 0, null, null, null]);
  });

  it('finds back the gemeente of every wijk and buurt it knows', () => {
    const digits = fc.integer({ min: 0, max: 9999 }).map((number) => String(number).padStart(4, '0'));
    const place = fc.stringMatching(/^[0-9A-Z]{4}$/);
    fc.assert(
      fc.property(digits, place, (gemeente, rest) => {
        const [wijk, buurt] = [`WK${gemeente}${rest.slice(0, 2)}`, `BU${gemeente}${rest}`];
        expect([cbsLevel(wijk), cbsLevel(buurt)]).toEqual(['wijk', 'buurt']);
        expect([gemeenteOfCode(wijk), gemeenteOfCode(buurt)]).toEqual([`GM${gemeente}`, `GM${gemeente}`]);
        expect(cbsLevel(gemeenteOfCode(wijk))).toBe('gemeente');
      }),
    );
  });

  it('knows no code with anything before or after it', () => {
    for (const code of ['GM0307', 'WK030703', 'BU05990325']) {
      for (const wrong of [` ${code}`, `${code} `, `${code}\n`, `x${code}`, code.toLowerCase()]) {
        expect(cbsLevel(wrong), JSON.stringify(wrong)).toBeNull();
      }
    }
  });

  it('never makes people out of a negative number', () => {
    fc.assert(
      fc.property(fc.integer(), (published) => {
        expect(inhabitantsFromCbs(published)).toBe(published < 0 ? null : published);
      }),
    );
  });
});
