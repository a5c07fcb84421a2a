import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { type DomainError } from '../errors';
import { type Colour, colourIn, contrast, mixed } from './colour';

const colours = fc
  .integer({ min: 0, max: 0xffffff })
  .map((number): Colour => `#${number.toString(16).padStart(6, '0')}`);

describe('a colour as people type it', () => {
  test.each([
    ['#0b4f5c', '#0b4f5c'],
    [' 0B4F5C ', '#0b4f5c'],
    ['#abc', '#aabbcc'],
    ['FFF', '#ffffff'],
  ])('%s is %s', (typed, read) => {
    expect(colourIn(typed, 'action')).toBe(read);
  });

  test.each(['', '#', 'rood', '#0b4f5', '#0b4f5c00', '##0b4f5c', '#0b4f5g', 'rgb(1,2,3)', '#0b4f5c;}'])(
    '"%s" is none',
    (typed) => {
      const refused = expect.objectContaining({ code: 'colourInvalid', field: 'header' }) as DomainError;
      expect(() => colourIn(typed, 'header')).toThrow(refused);
    },
  );

  property.prop([colours])('stays what it is when it is read again', (colour) => {
    expect(colourIn(colour, 'action')).toBe(colour);
    expect(colourIn(colour.toUpperCase().slice(1), 'action')).toBe(colour);
  });
});

describe('contrast', () => {
  test.each<[Colour, Colour, number]>([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#777777', '#ffffff', 4.48],
    ['#767676', '#ffffff', 4.54],
    ['#ff0000', '#ffffff', 4],
    ['#0000ff', '#ffffff', 8.59],
    ['#0a0a0a', '#000000', 1.06],
  ])('of %s and %s is %d', (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 2);
  });

  property.prop([colours, colours])('lies between 1 and 21, whichever comes first', (one, other) => {
    const ratio = contrast(one, other);
    expect(ratio).toBe(contrast(other, one));
    expect(ratio).toBeGreaterThanOrEqual(1);
    expect(ratio).toBeLessThanOrEqual(21.000001);
  });
});

describe('a mixture', () => {
  test('is halfway, rounded to whole steps', () => {
    expect(mixed('#000000', '#ffffff', 0.5)).toBe('#808080');
    expect(mixed('#fffdf8', '#0b4f5c', 0.12)).toBe('#e2e8e5');
    expect(mixed('#000000', '#0a0a0a', 0.1)).toBe('#010101');
  });

  property.prop([colours, colours])('begins at the one and ends at the other', (one, other) => {
    expect(mixed(one, other, 0)).toBe(one);
    expect(mixed(one, other, 1)).toBe(other);
  });

  property.prop([colours, fc.double({ min: 0, max: 1, noNaN: true })])(
    'with white is no darker',
    (colour, share) => {
      const lighter = mixed(colour, '#ffffff', share);
      expect(contrast(lighter, '#000000')).toBeGreaterThanOrEqual(contrast(colour, '#000000'));
    },
  );
});
