import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buurtenOf, type Part, splitOf, wijkenWithoutBuurten, wijkOfBuurt } from './split';

const of = (...codes: string[]): Part[] => codes.map((code) => ({ code, year: 2024 }));
const codesOf = (parts: readonly Part[]) => parts.map(({ code }) => code);
const published = of('BU99010101', 'BU99010102', 'BU99010103', 'BU99010201', 'BU99010202', 'BU9901AA00');

const refusal = (parts: Part[], chosen: string[]) => {
  try {
    splitOf(parts, published, chosen);
    return null;
  } catch (error) {
    return error;
  }
};

describe('a buurt', () => {
  it('has the code of its wijk in its own', () => {
    expect(wijkOfBuurt('BU03070301')).toBe('WK030703');
    expect(wijkOfBuurt('BU0363AA12')).toBe('WK0363AA');
  });

  it('can be split off where it lies in a wijk, or is a part itself; of the same year', () => {
    expect(codesOf(buurtenOf(of('WK990101'), published))).toEqual(['BU99010101', 'BU99010102', 'BU99010103']);
    expect(codesOf(buurtenOf(of('BU99010102', 'WK9901AA'), published))).toEqual(['BU99010102', 'BU9901AA00']);
    expect(buurtenOf([{ code: 'WK990101', year: 2025 }], published)).toEqual([]);
    expect(buurtenOf([{ code: 'BU99010101', year: 2025 }], published)).toEqual([]);
    expect(buurtenOf([], published)).toEqual([]);
  });

  it('is unknown where none of its wijk was published that year', () => {
    expect(codesOf(wijkenWithoutBuurten(of('WK990101', 'WK990103', 'BU99010201'), published))).toEqual([
      'WK990103',
    ]);
    expect(wijkenWithoutBuurten([{ code: 'WK990101', year: 2025 }], published)).toHaveLength(1);
  });
});

describe('a split', () => {
  it('makes a CBS wijk fall apart into its buurten, of which some go', () => {
    expect(splitOf(of('WK990101'), published, ['BU99010102'])).toEqual({
      moved: of('BU99010102'),
      ended: ['WK990101'],
      kept: of('BU99010101', 'BU99010103'),
      isWhole: false,
    });
  });

  it('leaves alone the CBS wijken of which nothing goes', () => {
    expect(splitOf(of('WK990101', 'WK990102'), published, ['BU99010201'])).toEqual({
      moved: of('BU99010201'),
      ended: ['WK990102'],
      kept: of('BU99010202'),
      isWhole: false,
    });
    const all = splitOf(of('WK990101', 'WK990102'), published, ['BU99010201', 'BU99010202']);
    expect(all).toMatchObject({ ended: ['WK990102'], kept: [], isWhole: false });
  });

  it('of a wijk that is made of buurten takes those that are chosen', () => {
    expect(splitOf(of('BU99010101', 'BU99010103'), published, ['BU99010103'])).toEqual({
      moved: of('BU99010103'),
      ended: ['BU99010103'],
      kept: [],
      isWhole: false,
    });
  });

  it('of all buurten leaves nothing', () => {
    const one = ['BU99010101', 'BU99010102', 'BU99010103'];
    expect(splitOf(of('WK990101'), published, one)).toMatchObject({ kept: [], isWhole: true });
    expect(splitOf(of('BU99010101'), published, ['BU99010101']).isWhole).toBe(true);
    expect(splitOf(of('WK990101', 'BU99010201'), published, one).isWhole).toBe(false);
  });

  it('counts a buurt that is named twice once', () => {
    expect(splitOf(of('WK990101'), published, ['BU99010102', 'BU99010102']).moved).toEqual(of('BU99010102'));
  });

  it('is refused for no buurt, one of another wijk, and one that is none', () => {
    expect(refusal(of('WK990101'), [])).toMatchObject({ code: 'required', field: 'buurten' });
    for (const other of ['BU99010201', 'BU99019999', 'x'])
      expect(refusal(of('WK990101'), ['BU99010101', other])).toMatchObject({
        code: 'choiceInvalid',
        field: 'buurten',
      });
  });

  it('loses no ground and doubles none, whatever is chosen', () => {
    const codes = codesOf(published);
    const parts = fc.subarray(['WK990101', 'WK990102', 'WK9901AA', 'BU99010301'], { minLength: 1 });
    fc.assert(
      fc.property(parts, fc.subarray(codes, { minLength: 1 }), (wijk, wanted) => {
        const all = [...published, ...of('BU99010301')];
        const before = codesOf(buurtenOf(of(...wijk), all));
        const chosen = wanted.filter((code) => before.includes(code));
        if (chosen.length === 0) return;
        const { moved, ended, kept, isWhole } = splitOf(of(...wijk), all, chosen);
        const untouched = of(...wijk.filter((code) => !ended.includes(code)));
        const rest = [...codesOf(kept), ...codesOf(buurtenOf(untouched, all))];
        expect([...codesOf(moved), ...rest].sort()).toEqual([...before].sort());
        expect(isWhole).toBe(rest.length === 0);
      }),
    );
  });
});
