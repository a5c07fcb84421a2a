import { type GeoPath, geoIdentity, geoPath } from 'd3-geo';
import { type Geometry, type Position } from 'geojson';
import { spendingStep } from '~/domain/area/spending';
import { paths } from '~/paths';

export const width = 640;
const tallest = 800;
const margin = 4;
/** What a letter of the labels takes of the picture. */
const letterWidth = { desktop: 10.5, phone: 15 };

type Drawn = { slug: string; name: string; share: number | null };

/**
 * The map of these wijken, north up: 640 wide and as tall as it needs, up to 800. Outlines are SVG paths; a label is
 * where the name fits, null where it does not. Null while no wijk has an outline.
 */
export function mapOf(wijken: readonly (Drawn & { id: string })[], outlines: ReadonlyMap<string, Geometry>) {
  const drawn = wijken.flatMap((wijk) => {
    const geometry = outlines.get(wijk.id);
    return geometry ? [{ ...wijk, geometry: flatten(geometry) }] : [];
  });
  if (drawn.length === 0) return null;
  const { draw, height } = fit({
    type: 'GeometryCollection',
    geometries: drawn.map((wijk) => wijk.geometry),
  });
  // The largest first: a wijk that was drawn over another one stands on it.
  const bySize = [...drawn].sort((a, b) => draw.area(b.geometry) - draw.area(a.geometry));
  const shapes = bySize.map(({ slug, name, share, geometry }) => ({
    slug,
    name,
    share,
    step: spendingStep(share),
    href: paths.area.wijk(slug),
    path: draw(geometry) ?? '',
    label: labelOf(draw, geometry, name),
  }));
  return { width, height, wijken: shapes };
}

/** How to draw this, flattened, north up in a picture 640 wide, and how tall that becomes. */
export function fit(together: Geometry) {
  const projection = geoIdentity().reflectY(true);
  projection.fitExtent(
    [
      [margin, margin],
      [width - margin, tallest],
    ],
    together,
  );
  const draw = geoPath(projection).digits(1);
  const [x, y] = projection.translate();
  projection.translate([x, y + margin - draw.bounds(together)[0][1]]);
  return { draw, height: Math.ceil(draw.bounds(together)[1][1] + margin) };
}

function labelOf(draw: GeoPath, geometry: Geometry, name: string) {
  const [[left], [right]] = draw.bounds(geometry);
  const [x, y] = draw.centroid(geometry);
  const fits = (letter: number) => right - left > name.length * letter;
  if (!fits(letterWidth.desktop)) return null;
  return { x: Math.round(x), y: Math.round(y), everywhere: fits(letterWidth.phone) };
}

/** Longitude and latitude on a flat Mercator plane, so that the winding of a ring does not matter. */
export function flatten(geometry: Geometry): Geometry {
  if (geometry.type === 'GeometryCollection') {
    return { ...geometry, geometries: geometry.geometries.map(flatten) };
  }
  if (geometry.type === 'Polygon') return { ...geometry, coordinates: geometry.coordinates.map(ring) };
  if (geometry.type !== 'MultiPolygon') throw new Error(`a wijk is no ${geometry.type}`);
  return { ...geometry, coordinates: geometry.coordinates.map((part) => part.map(ring)) };
}

function ring(positions: Position[]): Position[] {
  return positions.map(([longitude = 0, latitude = 0]) => flatPoint(longitude, latitude));
}

const radians = Math.PI / 180;

/** A place in degrees on the plane of `flatten`, which has no poles. */
export function flatPoint(longitude: number, latitude: number): [number, number] {
  const flat = Math.max(-85, Math.min(85, latitude));
  return [longitude * radians, Math.log(Math.tan(Math.PI / 4 + (flat * radians) / 2))];
}
