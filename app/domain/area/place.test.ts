import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  areaAt,
  boxOf,
  type Ground,
  isIn,
  liesWithin,
  type Place,
  placeTyped,
  polygonsOf,
  sharesOf,
  together,
} from './place';
import { type Area, type Position } from './polygon';

/** A square of `size`, its south-west corner here. */
const ring = (west: number, south: number, size = 1): Position[] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];
const square = (west: number, south: number, size = 1): Area => ({
  type: 'Polygon',
  coordinates: [ring(west, south, size)],
});

describe('a place in an outline', () => {
  it('lies in a square, and not beside it', () => {
    expect(isIn([0.5, 0.5], [square(0, 0)])).toBe(true);
    for (const outside of [
      [1.5, 0.5],
      [-0.5, 0.5],
      [0.5, 1.5],
      [0.5, -0.5],
    ] as const)
      expect(isIn(outside, [square(0, 0)])).toBe(false);
  });

  it('does not lie in a hole, but does on an island in it', () => {
    const holed: Area = { type: 'Polygon', coordinates: [ring(0, 0, 9), ring(3, 3, 3)] };
    expect(isIn([1, 1], [holed])).toBe(true);
    expect(isIn([4.5, 4.5], [holed])).toBe(false);
    const island: Area = {
      type: 'MultiPolygon',
      coordinates: [holed.coordinates as Position[][], [ring(4, 4)]],
    };
    expect(isIn([4.5, 4.5], [island])).toBe(true);
    expect(isIn([3.5, 3.5], [island])).toBe(false);
  });

  it('lies in any of several parts, also where two lie over each other', () => {
    const parts: Area = {
      type: 'MultiPolygon',
      coordinates: [[ring(0, 0, 2)], [ring(5, 5)], [ring(1, 1, 2)]],
    };
    expect(isIn([5.5, 5.5], [parts])).toBe(true);
    expect(isIn([1.5, 1.5], [parts])).toBe(true);
    expect(isIn([4, 4], [parts])).toBe(false);
    expect(isIn([5.5, 0.5], [square(0, 0), square(5, 0)])).toBe(true);
  });

  it('lies nowhere in what has no ground', () => {
    expect(isIn([0, 0], [])).toBe(false);
    expect(areaAt([0, 0], [])).toBeUndefined();
    for (const coordinates of [[], [[]], [[[]]], [[[1]]]])
      expect(isIn([0, 0], [{ type: 'Polygon', coordinates }])).toBe(false);
    expect(boxOf([{ type: 'Polygon', coordinates: [[[]]] }]).west).toBeNaN();
  });

  it.each([
    ['the lower border', [0.5, 0], true],
    ['the left border', [0, 0.5], true],
    ['the lower left corner', [0, 0], true],
    ['the upper border', [0.5, 1], false],
    ['the right border', [1, 0.5], false],
    ['the upper right corner', [1, 1], false],
    ['the lower right corner', [1, 0], false],
    ['the upper left corner', [0, 1], false],
  ] as const)('counts %s as its own or its neighbour’s', (_name, place, own) => {
    expect(isIn(place, [square(0, 0)])).toBe(own);
    const backwards: Area = { type: 'Polygon', coordinates: [[...ring(0, 0)].reverse()] };
    expect(isIn(place, [backwards])).toBe(own);
  });
});

describe('areas that share their borders', () => {
  /** A town of crooked quarters: a grid of points, moved so little that no cell has a dent, and each cell cut in two. */
  const size = 5;
  const nudge = fc.double({ min: -0.24, max: 0.24, noNaN: true });
  const town = fc
    .tuple(
      fc.array(fc.tuple(nudge, nudge), { minLength: (size + 1) ** 2, maxLength: (size + 1) ** 2 }),
      fc.array(fc.boolean(), { minLength: size ** 2, maxLength: size ** 2 }),
    )
    .map(([moved, cuts]) => {
      const at = (x: number, y: number): Position => {
        const isEdge = x === 0 || y === 0 || x === size || y === size;
        const [dx, dy] = isEdge ? [0, 0] : moved[y * (size + 1) + x]!;
        return [5 + (x + dx) / 100, 52 + (y + dy) / 100];
      };
      const areas = cuts.flatMap((cut, index) => {
        const [x, y] = [index % size, Math.floor(index / size)];
        const corners = [at(x, y), at(x + 1, y), at(x + 1, y + 1), at(x, y + 1)];
        const [a = [], b = [], c = [], d = []] = cut
          ? corners
          : [...corners.slice(1), ...corners.slice(0, 1)];
        // The two walk their shared border in opposite directions.
        return [[a, b, c, a], [a, c, d, a].reverse()];
      });
      return areas.map((points, id) => ({
        id,
        ground: [{ type: 'Polygon', coordinates: [points] }] as Ground,
      }));
    });
  const holders = (place: Place, areas: readonly { id: number; ground: Ground }[]) =>
    areas.filter(({ ground }) => isIn(place, ground)).map(({ id }) => id);
  const inside = fc.tuple(
    fc.double({ min: 5.0001, max: 5 + size / 100 - 0.0001, noNaN: true }),
    fc.double({ min: 52.0001, max: 52 + size / 100 - 0.0001, noNaN: true }),
  );

  it('have every place between them in exactly one', () => {
    fc.assert(
      fc.property(town, inside, (areas, place) => {
        expect(holders(place, areas)).toHaveLength(1);
      }),
    );
  });

  it('have every corner and every place on a border in exactly one', () => {
    fc.assert(
      fc.property(town, fc.double({ min: 0, max: 1, noNaN: true }), (areas, along) => {
        for (const { ground } of areas) {
          const [points = []] = polygonsOf(ground[0]!)[0]!.slice(0, 1);
          for (const [index, [x = 0, y = 0]] of points.slice(1).entries()) {
            const [fromX = 0, fromY = 0] = points[index]!;
            const onBorder: Place = [fromX + (x - fromX) * along, fromY + (y - fromY) * along];
            for (const place of [onBorder, [x, y] as const]) {
              const isInTown = place[0] > 5 && place[0] < 5.05 && place[1] > 52 && place[1] < 52.05;
              if (isInTown) expect(holders(place, areas)).toHaveLength(1);
            }
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('give the same answer each time, whichever end their borders are walked from', () => {
    fc.assert(
      fc.property(town, inside, (areas, place) => {
        const turned = areas.map(({ id, ground }) => ({
          id,
          ground: ground.map((outline): Area => ({
            type: 'Polygon',
            coordinates: polygonsOf(outline)[0]!.map((points) => [...points].reverse()),
          })),
        }));
        expect(areaAt(place, turned)?.id).toBe(areaAt(place, areas)?.id);
      }),
    );
  });
});

describe('areas over each other', () => {
  it('are asked in order: the first one has the place', () => {
    const [small, large] = [
      { id: 'small', ground: [square(1, 1)] },
      { id: 'large', ground: [square(0, 0, 9)] },
    ];
    expect(areaAt([1.5, 1.5], [small, large])?.id).toBe('small');
    expect(areaAt([1.5, 1.5], [large, small])?.id).toBe('large');
    expect(areaAt([5, 5], [small, large])?.id).toBe('large');
  });
});

describe('shares of ground', () => {
  const other = (id: string, ...ground: Area[]) => ({ id, ground });
  const told = (ground: Ground, ...others: ReturnType<typeof other>[]) =>
    sharesOf(ground, others).map((each) => `${each.other.id} ${each.percent}`);

  it('are told in percents of one’s own, the largest first', () => {
    const [west, east] = [other('west', square(-2, 0, 2.25)), other('east', square(0.25, 0, 2))];
    expect(told([square(0, 0)], west, east)).toEqual(['east 75', 'west 25']);
    expect(told([square(0, 0)], other('all', square(-1, -1, 5)))).toEqual(['all 100']);
  });

  it('leave out neighbours that only share a border', () => {
    expect(told([square(0, 0)], other('beside', square(1, 0)), other('above', square(0, 1)))).toEqual([]);
    expect(told([square(0, 0)], other('corner', square(1, 1)), other('far', square(8, 8)))).toEqual([]);
    expect(told([square(1, 1)], other('beside', square(0, 1)), other('below', square(1, 0)))).toEqual([]);
  });

  it('leave out what lies in a hole', () => {
    const holed: Area = { type: 'Polygon', coordinates: [ring(0, 0, 9), ring(3, 3, 3)] };
    expect(told([square(4, 4)], other('round', holed))).toEqual([]);
  });

  it('are nothing of no ground', () => {
    expect(told([], other('all', square(0, 0)))).toEqual([]);
  });

  it('sum to all of a place between its two halves', () => {
    const cut = fc.double({ min: 0.05, max: 0.95, noNaN: true });
    fc.assert(
      fc.property(cut, (at) => {
        const halves = [other('left', box(0, at)), other('right', box(at, 1))];
        const sum = sharesOf([square(0, 0)], halves).reduce((total, { percent }) => total + percent, 0);
        expect(Math.abs(sum - 100)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

const box = (west: number, east: number): Area => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, 0],
      [east, 0],
      [east, 1],
      [west, 1],
      [west, 0],
    ],
  ],
});

describe('the box round ground', () => {
  const round = boxOf([square(0, 0), square(4, -2)]);

  it('holds all of it', () => {
    expect(round).toEqual({ west: 0, east: 5, south: -2, north: 1 });
  });

  it('has in it what sticks out less than the margin, on no side more', () => {
    expect(liesWithin(round, round, 0)).toBe(true);
    const moved = (east: number, north: number) => boxOf([square(east, north)]);
    const large = boxOf([square(0, 0, 3)]);
    for (const [x, y] of [
      [-0.1, 1],
      [2.1, 1],
      [1, -0.1],
      [1, 2.1],
    ] as const) {
      expect(liesWithin(moved(x, y), large, 0.05)).toBe(false);
      expect(liesWithin(moved(x, y), large, 0.2)).toBe(true);
    }
  });
});

describe('several outlines', () => {
  it('are one together', () => {
    const two: Area = { type: 'MultiPolygon', coordinates: [[ring(2, 2)], [ring(4, 4)]] };
    expect(together([square(0, 0), two])).toEqual({
      type: 'MultiPolygon',
      coordinates: [[ring(0, 0)], [ring(2, 2)], [ring(4, 4)]],
    });
  });
});

describe('a place as people type it', () => {
  it.each([
    ['52.1561, 5.3878'],
    ['52.1561,5.3878'],
    ['5.3878 52.1561'],
    ['52,1561 5,3878'],
    ['52,1561; 5,3878'],
    ['52,1561,5,3878'],
    ['  52.1561\t5.3878 '],
  ])('%j is understood', (typed) => {
    expect(placeTyped(typed)).toEqual([5.3878, 52.1561]);
  });

  it('may be whole degrees', () => {
    expect(placeTyped('52, 5')).toEqual([5, 52]);
  });

  it.each([
    '',
    '52.1561',
    'Dam 1',
    '52.1561, 5.3878, 3',
    '155000, 463000',
    '48.85, 2.35',
    '-52.1, 5.3',
    '52.1561°, 5.3878°',
    `52${' '.repeat(20_000)}x`,
  ])('%j is none', (typed) => {
    expect(placeTyped(typed)).toBeNull();
  });
});
