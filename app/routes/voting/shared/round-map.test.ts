import fc from 'fast-check';
import { type Geometry } from 'geojson';
import { describe, expect, test } from 'vitest';
import { cents } from '~/domain/money/cents';
import { drawRound } from './round-map.server';

type Place = readonly [latitude: number, longitude: number] | null;

function projectsAt(places: readonly Place[]) {
  return places.map((at, place) => ({
    place,
    name: `Plan ${place}`,
    costCents: cents(100),
    won: place % 2 === 0,
    latitude: at?.[0] ?? null,
    longitude: at?.[1] ?? null,
  }));
}

const map = (places: readonly Place[], outline?: Geometry) =>
  drawRound(projectsAt(places), outline) ?? expect.fail();

/** A square of this many degrees on each side. */
const square = (latitude: number, longitude: number, size: number): Geometry => ({
  type: 'Polygon',
  coordinates: [
    [
      [longitude, latitude],
      [longitude + size, latitude],
      [longitude + size, latitude + size],
      [longitude, latitude + size],
      [longitude, latitude],
    ],
  ],
});

const town: Place[] = [
  [52.1, 6.1],
  [52.12, 6.15],
  [52.15, 6.12],
  [52.11, 6.18],
  [52.14, 6.2],
  [52.13, 6.14],
];

describe('a map of plans', () => {
  test('is not there where no plan has a place', () => {
    expect(drawRound(projectsAt([null, null]))).toBeNull();
    expect(drawRound([])).toBeNull();
  });

  test('holds every plan with a place, north up and east to the right, and says which have none', () => {
    const { points, outside, nowhere, outline, width, height } = map([...town, null]);
    expect(points.map(({ place, name, won }) => [place, name, won])).toEqual(
      town.map((_, place) => [place, `Plan ${place}`, place % 2 === 0]),
    );
    expect([outside, nowhere, outline]).toEqual([0, 1, null]);
    const bySide = (axis: 'x' | 'y') =>
      [...points].sort((a, b) => a[axis] - b[axis]).map(({ place }) => place);
    expect(bySide('x')).toEqual([0, 2, 5, 1, 3, 4]);
    expect(bySide('y')).toEqual([2, 4, 5, 1, 3, 0]);
    for (const { x, y } of points) {
      expect(x > 9 && x < width - 9 && y > 9 && y < height - 9).toBe(true);
    }
  });

  test('does not let one plan far away squeeze the others, and counts it', () => {
    const alone = map(town);
    const { points, outside, height } = map([...town, [40.4, -3.7]]);
    expect(outside).toBe(1);
    expect(points).toEqual(alone.points);
    expect(height).toBe(alone.height);
  });

  test('keeps a plan that is only at the edge', () => {
    expect(map([...town, [52.2, 6.05]]).outside).toBe(0);
  });

  test('keeps its measures where plans are few or in one place', () => {
    for (const places of [
      [[52.1, 6.1]],
      [
        [52.1, 6.1],
        [52.1, 6.1],
      ],
      [
        [52.1, 6.1],
        [52.1, 6.3],
      ],
    ] as Place[][]) {
      const { points, width, height, outside } = map(places);
      expect(outside).toBe(0);
      expect(height).toBeGreaterThan(width / 3);
      for (const { x, y } of points) expect(x >= 0 && x <= width && y >= 0 && y <= height).toBe(true);
    }
  });

  test('measures: a kilometre at this latitude, north to south', () => {
    const north = 1 / 111.195;
    const { points, scale } = map([
      [52, 6],
      [52 + north, 6],
    ]);
    const pixels = Math.abs(points[0]!.y - points[1]!.y);
    expect((scale.metres / scale.width) * pixels).toBeCloseTo(1000, -1);
    expect(scale.width).toBeLessThanOrEqual(160);
    expect(scale.width).toBeGreaterThan(60);
  });

  test('has no hole at a pole or at the end of the world', () => {
    expect(map([[-90, 0]]).points).toEqual(map([[-85, 0]]).points);
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.double({ min: -90, max: 90, noNaN: true }),
            fc.double({ min: -180, max: 180, noNaN: true }),
          ),
          { minLength: 1, maxLength: 30 },
        ),
        (places) => {
          const { points, width, height, outside, scale } = map(places);
          expect(points.length + outside).toBe(places.length);
          expect(points.length * 2).toBeGreaterThan(places.length - 1);
          for (const { x, y } of points) expect(x >= 0 && x <= width && y >= 0 && y <= height).toBe(true);
          expect(scale.metres > 0 && scale.width > 0 && scale.width <= 160).toBe(true);
        },
      ),
      { numRuns: 300, seed: 7 },
    );
  });
});

describe('the outline of the area', () => {
  test('is drawn where the plans lie in it, and the picture holds all of it', () => {
    const whole = map(town, square(52, 6, 0.4));
    expect(whole.outline).toMatch(/^M[\d.,LZ]+$/);
    const numbers = (whole.outline ?? '').match(/[\d.]+/g)?.map(Number) ?? [];
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThanOrEqual(Math.max(whole.width, whole.height));
    expect(whole.points).toHaveLength(town.length);
  });

  test('is drawn with a plan just beside it; one far from it is counted', () => {
    const { outline, points, outside } = map([...town, [52.07, 6.07], [53, 6.1]], square(52.1, 6.1, 0.1));
    expect(outline).not.toBeNull();
    expect([points.length, outside]).toEqual([town.length + 1, 1]);
  });

  test('is left out where most plans lie elsewhere, or where it is empty', () => {
    const elsewhere = map(town, square(50, 20, 0.4));
    expect(elsewhere).toEqual(map(town));
    expect(map(town, { type: 'MultiPolygon', coordinates: [] })).toEqual(elsewhere);
  });
});
