import { type Area, inNetherlands, type Position } from './polygon';

/** Longitude and latitude in degrees (WGS84). */
export type Place = readonly [longitude: number, latitude: number];

/** What an area covers: one outline, or several together. */
export type Ground = readonly Area[];

type Box = { west: number; east: number; south: number; north: number };
type Rings = Position[][];

/** The polygons of an outline, each its rings: the outer one, and holes. */
export const polygonsOf = (outline: Area): Rings[] =>
  outline.type === 'Polygon' ? [outline.coordinates] : outline.coordinates;

/** Several outlines as one. */
export const together = (ground: Ground): Area => ({
  type: 'MultiPolygon',
  coordinates: ground.flatMap(polygonsOf),
});

/**
 * Whether a place lies in this ground. A ring counts its lower and left borders as its own, its upper and right ones as its
 * neighbour's, so that of areas that share their borders point by point every place lies in exactly one.
 */
export function isIn(place: Place, ground: Ground): boolean {
  return ground.some((outline) => polygonsOf(outline).some((rings) => isInPolygon(place, rings)));
}

/** The first of these areas that a place lies in; undefined where it lies in none. */
export const areaAt = <T extends { ground: Ground }>(place: Place, areas: readonly T[]): T | undefined =>
  areas.find(({ ground }) => isIn(place, ground));

/** Odd or even: how many borders a line from the place to the east crosses, holes and all. */
function isInPolygon(place: Place, rings: Rings): boolean {
  let inside = false;
  for (const ring of rings) {
    let from: Position = [];
    for (const to of ring) {
      if (crossesEastOf(place, from, to)) inside = !inside;
      from = to;
    }
  }
  return inside;
}

/** From whichever end a border is walked, the sum is the same: two neighbours agree on which side of it a place lies. */
function crossesEastOf([x, y]: Place, from: Position, to: Position): boolean {
  const [low, high] = (from[1] ?? NaN) < (to[1] ?? NaN) ? [from, to] : [to, from];
  const [[lowX = NaN, lowY = NaN], [highX = NaN, highY = NaN]] = [low, high];
  if (y < lowY || y >= highY) return false;
  return (highX - lowX) * (y - lowY) - (x - lowX) * (highY - lowY) > 0;
}

/** The smallest box of degrees round this ground. */
export function boxOf(ground: Ground): Box {
  const box = { west: Infinity, east: -Infinity, south: Infinity, north: -Infinity };
  for (const [x = NaN, y = NaN] of ground.flatMap(polygonsOf).flat(2)) {
    box.west = Math.min(box.west, x);
    box.east = Math.max(box.east, x);
    box.south = Math.min(box.south, y);
    box.north = Math.max(box.north, y);
  }
  return box;
}

/** Whether one box lies in another, or sticks out of it by less than `margin` degrees. */
export const liesWithin = (inner: Box, outer: Box, margin: number): boolean =>
  inner.west >= outer.west - margin &&
  inner.east <= outer.east + margin &&
  inner.south >= outer.south - margin &&
  inner.north <= outer.north + margin;

const touches = (one: Box, other: Box) =>
  one.west < other.east && other.west < one.east && one.south < other.north && other.south < one.north;

/** How many places in each direction a piece of ground is tried at. */
const tried = 40;

/** In how many whole percents of this ground each of the others lies, tried at a grid of places; the largest first. */
export function sharesOf<T extends { ground: Ground }>(
  ground: Ground,
  others: readonly T[],
): { other: T; percent: number }[] {
  const box = boxOf(ground);
  const places = gridIn(box).filter((place) => isIn(place, ground));
  return others
    .filter((other) => touches(box, boxOf(other.ground)))
    .map((other) => {
      const both = places.filter((place) => isIn(place, other.ground)).length;
      return { other, percent: Math.round((both * 100) / Math.max(1, places.length)) };
    })
    .filter(({ percent }) => percent > 0)
    .sort((a, b) => b.percent - a.percent);
}

/** Places in a box that lie in the middle of its cells. */
function gridIn({ west, east, south, north }: Box): Place[] {
  const steps = Array.from({ length: tried }, (_, index) => (index + 0.5) / tried);
  return steps.flatMap((across) =>
    steps.map((up): Place => [west + (east - west) * across, south + (north - south) * up]),
  );
}

/**
 * A place as maps give it to copy, in degrees, the latitude before or behind the longitude: '52.1561, 5.3878', '52,1561 5,3878'.
 * Null for a text that is none, and for a place outside the Netherlands.
 */
export function placeTyped(typed: string): Place | null {
  const number = String.raw`(\d{1,2}(?:[.,]\d+)?)`;
  const found = new RegExp(String.raw`^\s*${number}(?:\s*[,;]\s*|\s+)${number}\s*$`).exec(typed);
  const [, one = '', other = ''] = found ?? [];
  const [longitude = NaN, latitude = NaN] = [one, other]
    .map((text) => Number(text.replace(',', '.')))
    .sort((a, b) => a - b);
  return found && inNetherlands([longitude, latitude]) ? [longitude, latitude] : null;
}
