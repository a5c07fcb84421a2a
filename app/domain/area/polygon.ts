/** Longitude and latitude in degrees (WGS84), as GeoJSON writes them. */
export type Position = number[];
export type Area =
  { type: 'Polygon'; coordinates: Position[][] } | { type: 'MultiPolygon'; coordinates: Position[][][] };

export type PolygonFault =
  | 'notAPolygon'
  | 'coordinatesInvalid'
  | 'ringTooShort'
  | 'ringNotClosed'
  | 'inMetres'
  | 'outsideNetherlands'
  | 'tooManyPoints'
  | 'crossesItself';

/** The European Netherlands with some water around it. */
const netherlands = { west: 3, east: 7.4, south: 50.6, north: 53.8 };

/** The same in metres, as the Rijksdriehoek counts them (EPSG:28992). */
const netherlandsInMetres = { west: 0, east: 300_000, south: 300_000, north: 630_000 };

/** Nobody draws an outline of more points by hand; each is compared with all others. */
export const mostDrawnPoints = 5_000;

/** What is wrong with a geometry that should be the outline of an area in the Netherlands; null when nothing is. */
export function polygonFault(geometry: unknown): PolygonFault | null {
  const rings = ringsOf(geometry);
  if (rings === null) return 'notAPolygon';
  for (const ring of rings) {
    const fault = ringFault(ring);
    if (fault !== null) return fault;
  }
  return null;
}

/** Every ring of every part, or null when this is neither a Polygon nor a MultiPolygon with at least one ring. */
function ringsOf(geometry: unknown): unknown[] | null {
  if (typeof geometry !== 'object' || geometry === null) return null;
  if (!('type' in geometry) || !('coordinates' in geometry)) return null;
  const { type, coordinates } = geometry;
  if (!Array.isArray(coordinates)) return null;
  const parts: unknown[] = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : [];
  if (parts.length === 0 || !parts.every((part) => Array.isArray(part) && part.length > 0)) return null;
  return parts.flat();
}

function ringFault(ring: unknown): PolygonFault | null {
  if (!Array.isArray(ring) || !ring.every(isPosition)) return 'coordinatesInvalid';
  const [first] = ring;
  const last = ring.at(-1);
  if (!first || !last || ring.length < 4) return 'ringTooShort';
  if (first[0] !== last[0] || first[1] !== last[1]) return 'ringNotClosed';
  if (ring.every(inNetherlands)) return null;
  return ring.every((at) => isWithin(netherlandsInMetres, at)) ? 'inMetres' : 'outsideNetherlands';
}

function isPosition(value: unknown): value is Position {
  return Array.isArray(value) && value.length >= 2 && value.every((each) => Number.isFinite(each));
}

/** Whether a place lies in the Netherlands, or in the water around it. */
export const inNetherlands = (at: Position): boolean => isWithin(netherlands, at);

function isWithin({ west, east, south, north }: typeof netherlands, [x = NaN, y = NaN]: Position): boolean {
  return x >= west && x <= east && y >= south && y <= north;
}

/** What is wrong with a sound outline that somebody drew by hand: too many points, or a border that crosses another. */
export function drawingFault(outline: Area): PolygonFault | null {
  const polygons = outline.type === 'Polygon' ? [outline.coordinates] : outline.coordinates;
  const borders = polygons.flat().flatMap(bordersOf);
  if (borders.length > mostDrawnPoints) return 'tooManyPoints';
  return someCross(borders) ? 'crossesItself' : null;
}

type Border = { from: Position; to: Position; west: number; east: number };

function bordersOf(ring: readonly Position[]): Border[] {
  let [from = []] = ring;
  return ring.slice(1).map((to) => {
    const border = borderOf(from, to);
    from = to;
    return border;
  });
}

function borderOf(from: Position, to: Position): Border {
  const [x = NaN, otherX = NaN] = [from[0], to[0]];
  return { from, to, west: Math.min(x, otherX), east: Math.max(x, otherX) };
}

/** Whether two of these borders cross; from west to east, each is only compared with those that begin before it ends. */
function someCross(borders: readonly Border[]): boolean {
  const sorted = [...borders].sort((a, b) => a.west - b.west);
  return sorted.some((one, index) => {
    for (let at = index + 1; at < sorted.length; at++) {
      const other = sorted[at];
      if (!other || other.west > one.east) return false;
      if (cross(one, other)) return true;
    }
    return false;
  });
}

/** Whether each border has an end on either side of the other. Borders that touch do not cross. */
function cross(one: Border, other: Border): boolean {
  return (
    sideOf(one, other.from) * sideOf(one, other.to) < 0 && sideOf(other, one.from) * sideOf(other, one.to) < 0
  );
}

/** On which side of a border a place lies: 1 left, -1 right, 0 on the line. */
function sideOf({ from, to }: Border, place: Position): number {
  const [[x = NaN, y = NaN], [toX = NaN, toY = NaN], [atX = NaN, atY = NaN]] = [from, to, place];
  return Math.sign((toX - x) * (atY - y) - (atX - x) * (toY - y));
}
