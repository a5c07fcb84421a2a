import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { polygonFault } from './polygon';

describe('outlines', () => {
  const ring = [
    [5.3, 52.1],
    [5.4, 52.1],
    [5.4, 52.2],
    [5.3, 52.1],
  ];
  const polygon = (...rings: unknown[]) => polygonFault({ type: 'Polygon', coordinates: rings });

  it('accepts a polygon, one with a hole, and several together', () => {
    expect(polygon(ring)).toBeNull();
    expect(polygon(ring, ring)).toBeNull();
    expect(polygonFault({ type: 'MultiPolygon', coordinates: [[ring], [ring, ring]] })).toBeNull();
  });

  it.each([
    ['nothing', null],
    ['a text', 'Polygon'],
    ['a point', { type: 'Point', coordinates: [5, 52] }],
    ['no coordinates', { type: 'Polygon' }],
    ['no rings', { type: 'Polygon', coordinates: [] }],
    ['an empty part', { type: 'MultiPolygon', coordinates: [[]] }],
    ['no parts', { type: 'MultiPolygon', coordinates: [] }],
  ])('refuses %s', (_name, geometry) => {
    expect(polygonFault(geometry)).toBe('notAPolygon');
  });

  it('refuses coordinates that are no numbers', () => {
    expect(polygon([[5.3, '52.1'], ...ring])).toBe('coordinatesInvalid');
    expect(polygon([[5.3], ...ring])).toBe('coordinatesInvalid');
    expect(polygon([[5.3, NaN], ...ring])).toBe('coordinatesInvalid');
    expect(polygon(5)).toBe('coordinatesInvalid');
  });

  it('refuses an open or too short ring, also when it is not the first', () => {
    expect(polygon(ring.slice(0, 3))).toBe('ringTooShort');
    expect(polygon([])).toBe('ringTooShort');
    expect(polygon(ring, [...ring.slice(0, 3), [5.3, 52.11]])).toBe('ringNotClosed');
    expect(polygon(ring, [...ring.slice(0, 3), [5.31, 52.1]])).toBe('ringNotClosed');
  });

  it.each([
    ['swapped latitude and longitude', [52.1, 5.3]],
    ['metres (Rijksdriehoek)', [155_000, 463_000]],
    ['too far north', [5.3, 54]],
    ['too far south', [5.3, 50]],
    ['too far east', [7.5, 52]],
  ])('refuses %s', (_name, position) => {
    expect(polygon([position, [5.4, 52.1], [5.4, 52.2], position])).toBe('outsideNetherlands');
  });

  it('accepts every closed ring of Dutch places, and none that is opened or moved away', () => {
    const place = fc.tuple(
      fc.double({ min: 3.1, max: 7.3, noNaN: true }),
      fc.double({ min: 50.7, max: 53.7, noNaN: true }),
    );
    const places = fc.uniqueArray(place, { minLength: 3, maxLength: 12, selector: String });
    fc.assert(
      fc.property(places, (open) => {
        const closed = [...open, open[0]];
        expect(polygon(closed)).toBeNull();
        expect(polygon([...open, open[1]])).toBe('ringNotClosed');
        expect(polygon(closed.map((at) => [Number(at?.[0]) + 5, at?.[1]]))).toBe('outsideNetherlands');
        expect(polygon(closed.map((at) => [at?.[1], at?.[0]]))).toBe('outsideNetherlands');
      }),
    );
  });

  it('finds the fault in any part of several', () => {
    const parts = [[ring], [ring, ring], [ring]];
    const broken = (part: number, at: number) =>
      parts.map((rings, i) => rings.map((each, j) => (i === part && j === at ? each.slice(0, 2) : each)));
    for (const [part, at] of [
      [0, 0],
      [1, 1],
      [2, 0],
    ] as const) {
      expect(polygonFault({ type: 'MultiPolygon', coordinates: broken(part, at) })).toBe('ringTooShort');
    }
  });

  it('never throws, whatever it gets', () => {
    const geometry = fc.record({
      type: fc.constantFrom('Polygon', 'MultiPolygon'),
      coordinates: fc.anything(),
    });
    fc.assert(fc.property(fc.oneof(fc.anything(), geometry), (anything) => void polygonFault(anything)));
  });
});
