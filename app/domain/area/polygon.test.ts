import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Area,
  drawingFault,
  inNetherlands,
  mostDrawnPoints,
  polygonFault,
  type Position,
} from './polygon';

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

  it('tells metres apart from degrees that are wrong', () => {
    const metres = [
      [155_000, 463_000],
      [156_000, 463_000],
      [156_000, 464_000],
      [155_000, 463_000],
    ];
    expect(polygon(metres)).toBe('inMetres');
    expect(polygon(ring, metres)).toBe('inMetres');
    expect(polygon(metres.map(([x = 0, y = 0]) => [x, y + 400_000]))).toBe('outsideNetherlands');
    expect(polygon([...metres.slice(0, 3), [5.3, 52.1], metres[0]])).toBe('outsideNetherlands');
  });

  it('knows a place in the Netherlands, up to its borders', () => {
    for (const place of [
      [3, 50.6],
      [7.4, 53.8],
    ])
      expect(inNetherlands(place)).toBe(true);
    expect(inNetherlands([5])).toBe(false);
    expect(inNetherlands([])).toBe(false);
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

describe('outlines that were drawn', () => {
  const outline = (...points: Position[]): Area => ({
    type: 'Polygon',
    coordinates: [[...points, points[0]!]],
  });
  const round = (count: number) =>
    outline(
      ...Array.from({ length: count }, (_, index): Position => {
        const angle = (index / count) * 2 * Math.PI;
        return [5 + Math.cos(angle) / 100, 52 + Math.sin(angle) / 100];
      }),
    );

  it('may have any shape, as long as no borders cross', () => {
    expect(drawingFault(outline([0, 0], [4, 0], [4, 4], [2, 1], [0, 4]))).toBeNull();
    expect(drawingFault(round(60))).toBeNull();
    const spiral = outline(
      [0, 0],
      [9, 0],
      [9, 9],
      [1, 9],
      [1, 2],
      [7, 2],
      [7, 7],
      [6, 7],
      [6, 3],
      [2, 3],
      [2, 8],
      [8, 8],
      [8, 1],
      [0, 1],
    );
    expect(drawingFault(spiral)).toBeNull();
  });

  it('are refused when borders cross: an eight, a bow, a loop at the end', () => {
    expect(drawingFault(outline([0, 0], [4, 4], [4, 0], [0, 4]))).toBe('crossesItself');
    expect(drawingFault(outline([0, 0], [4, 0], [4, 4], [1, -1], [0, 4]))).toBe('crossesItself');
    expect(drawingFault(outline([0, 0], [9, 0], [9, 9], [8, 9], [8.5, -1], [0, -1]))).toBe('crossesItself');
  });

  it('are nothing without points', () => {
    for (const coordinates of [[[]], [[[]]], [[[], [1], []]]])
      expect(drawingFault({ type: 'Polygon', coordinates })).toBeNull();
  });

  it('may touch themselves, and walk along a border twice', () => {
    expect(drawingFault(outline([0, 0], [4, 0], [4, 4], [2, 0], [0, 4]))).toBeNull();
    expect(drawingFault(outline([0, 0], [4, 0], [4, 4], [4, 0], [8, 0], [8, 8]))).toBeNull();
  });

  it('are refused when a hole or another part crosses', () => {
    const ring = (west: number, size: number): Position[] => [
      [west, 0],
      [west + size, 0],
      [west + size, size],
      [west, size],
      [west, 0],
    ];
    const holed = (hole: Position[]): Area => ({ type: 'Polygon', coordinates: [ring(0, 4), hole] });
    expect(drawingFault(holed(ring(1, 2)))).toBeNull();
    expect(drawingFault(holed(ring(3, 2.5)))).toBe('crossesItself');
    const parts = (other: number): Area => ({
      type: 'MultiPolygon',
      coordinates: [[ring(0, 1)], [ring(other, 2)]],
    });
    expect(drawingFault(parts(1))).toBeNull();
    expect(drawingFault(parts(0.5))).toBe('crossesItself');
    expect(drawingFault(parts(4))).toBeNull();
  });

  it('are refused for more points than anybody draws', () => {
    expect(drawingFault(round(mostDrawnPoints))).toBeNull();
    expect(drawingFault(round(mostDrawnPoints + 1))).toBe('tooManyPoints');
  });

  it('cross wherever somebody drags one corner over the far side', () => {
    const corners = fc.integer({ min: 5, max: 40 });
    fc.assert(
      fc.property(corners, fc.nat(), (count, which) => {
        const points = round(count);
        const ring = (points.coordinates[0] as Position[]).slice(0, -1);
        expect(drawingFault(points)).toBeNull();
        const at = which % count;
        const [x = 0, y = 0] = ring[at]!;
        const middle = [5 - (x - 5) * 1.5 + 1e-7, 52 - (y - 52) * 1.5 + 2e-7];
        expect(drawingFault(outline(...ring.map((each, index) => (index === at ? middle : each))))).toBe(
          'crossesItself',
        );
      }),
    );
  });
});
