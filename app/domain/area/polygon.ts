/** Longitude and latitude in degrees (WGS84), as GeoJSON writes them. */
export type Position = number[];
export type Area =
  { type: 'Polygon'; coordinates: Position[][] } | { type: 'MultiPolygon'; coordinates: Position[][][] };

export type PolygonFault =
  'notAPolygon' | 'coordinatesInvalid' | 'ringTooShort' | 'ringNotClosed' | 'outsideNetherlands';

/** The European Netherlands with some water around it. */
const netherlands = { west: 3, east: 7.4, south: 50.6, north: 53.8 };

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
  return ring.every(inNetherlands) ? null : 'outsideNetherlands';
}

function isPosition(value: unknown): value is Position {
  return Array.isArray(value) && value.length >= 2 && value.every((each) => Number.isFinite(each));
}

function inNetherlands([longitude = NaN, latitude = NaN]: Position): boolean {
  const { west, east, south, north } = netherlands;
  return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
}
