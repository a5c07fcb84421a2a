import { describe, expect, it } from 'vitest';
import { drawnNotices } from './drawn';
import { type Area } from './polygon';

const square = (west: number, size = 1): Area => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, 0],
      [west + size, 0],
      [west + size, size],
      [west, size],
      [west, 0],
    ],
  ],
});
const drawn = (name: string, geometry: Area) => ({ name, slug: name.toLowerCase(), geometry });
const wijk = (name: string, geometry: Area) => ({ name, slug: name.toLowerCase(), ground: [geometry] });

describe('wijken that were drawn', () => {
  it('are told to lie over others, in percents, and never over themselves', () => {
    const others = [wijk('West', square(-1.6, 2)), wijk('Oost', square(0.4, 2)), wijk('Flats', square(0))];
    expect(drawnNotices([drawn('Flats', square(0))], others)).toEqual([
      { code: 'areaOverlaps', line: null, values: { name: 'Flats', over: 'Oost (60 %), West (40 %)' } },
      { code: 'drawnWithoutPostcodes', line: null, values: {} },
    ]);
  });

  it('may stick out a little, or touch', () => {
    const others = [wijk('Oost', square(0.99, 2)), wijk('West', square(-1))];
    expect(drawnNotices([drawn('Flats', square(0))], others)).toEqual([
      { code: 'drawnWithoutPostcodes', line: null, values: {} },
    ]);
  });
});
