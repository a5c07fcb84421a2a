import { geoPath } from 'd3-geo';
import { type Geometry } from 'geojson';
import { outlinesOf } from '#db/reads/area/area';
import { type Cents } from '~/domain/money/cents';
import { type Visit } from '~/http/visit.server';
import { fit, flatPoint, flatten, width } from '~/ui/wijk-outlines.server';

/** A project with the place where it will come, if that is known; `won` is null while that is not counted. */
type Located = Readonly<{
  place: number;
  name: string;
  costCents: Cents;
  won: boolean | null;
  latitude: number | null;
  longitude: number | null;
}>;
type Span = readonly [from: number, to: number];
type Box = readonly [x: Span, y: Span];
type Point = Readonly<{ project: Located; at: readonly [x: number, y: number] }>;

/** About a kilometre on the plane: no map shows less, however close the projects are. */
const least = 2.5e-4;
const earth = 6_371_000;

/** The map of the projects of a round, with the outline of its area where they lie there. Null where no project has a place. */
export async function mapOfRound(db: Visit['context']['db'], areaId: string, projects: readonly Located[]) {
  const outlines = await outlinesOf(db, [areaId]);
  return drawRound(projects, outlines.get(areaId));
}

/**
 * Projects as points of a picture, north up, 640 wide. The outline is only drawn where at least half of the projects lie in
 * or near it. `outside` counts projects that lie so far off that they would squeeze the others; `scale` is a round number
 * of metres and how wide that is.
 */
export function drawRound(projects: readonly Located[], outline?: Geometry) {
  const all = projects.flatMap((project): Point[] => {
    const { latitude, longitude } = project;
    return latitude === null || longitude === null ? [] : [{ project, at: flatPoint(longitude, latitude) }];
  });
  if (all.length === 0) return null;
  const { shown, drawn, frame } = chosenFrame(all, outline && flatten(outline));
  const { draw, height } = fit({ type: 'GeometryCollection', geometries: [...drawn, corners(frame)] });
  const spot = ([x, y]: Point['at']) => draw.centroid({ type: 'Point', coordinates: [x, y] });
  return {
    width,
    height,
    outline: drawn[0] ? draw(drawn[0]) : null,
    points: shown.map(({ project: { place, name, costCents, won }, at }) => {
      const [x, y] = spot(at);
      return { place, name, costCents, won, x: tenths(x), y: tenths(y) };
    }),
    outside: all.length - shown.length,
    nowhere: projects.length - all.length,
    scale: scaleOf(spot([1, 0])[0] - spot([0, 0])[0], frame),
  };
}

function chosenFrame(all: readonly Point[], outline: Geometry | undefined) {
  const area = outline && boxOf(outline);
  const near = area && all.filter((point) => inside(point, widened(area, 0.5)));
  if (near && near.length * 2 >= all.length) {
    return {
      shown: near,
      drawn: [outline!],
      frame: widened(around([...near.map(({ at }) => at), ...ends(area)]), 0.02),
    };
  }
  const shown = all.filter((point) => inside(point, usual(all)));
  return { shown, drawn: [], frame: widened(roomy(around(shown.map(({ at }) => at))), 0.06) };
}

/** Where projects usually lie: what is three times the middle half further off is far out (Tukey). */
function usual(points: readonly Point[]): Box {
  const fence = (axis: 0 | 1): Span => {
    const sorted = points.map(({ at }) => at[axis]).sort((a, b) => a - b);
    const low = sorted[Math.floor((sorted.length - 1) / 4)]!;
    const high = sorted[Math.ceil(((sorted.length - 1) * 3) / 4)]!;
    const reach = 3 * Math.max(high - low, least);
    return [low - reach, high + reach];
  };
  return [fence(0), fence(1)];
}

const within = (value: number, [from, to]: Span) => value >= from && value <= to;
const inside = ({ at: [x, y] }: Point, [across, up]: Box) => within(x, across) && within(y, up);

function boxOf(geometry: Geometry): Box {
  const [[left, low], [right, high]] = geoPath().bounds(geometry);
  return [
    [left, right],
    [low, high],
  ];
}

function around(places: readonly Point['at'][]): Box {
  const span = (axis: 0 | 1): Span => {
    const values = places.map((at) => at[axis]);
    return [Math.min(...values), Math.max(...values)];
  };
  return [span(0), span(1)];
}

const ends = ([[left, right], [low, high]]: Box) =>
  [
    [left, low],
    [right, high],
  ] as const;

/** On each side by this part of its size. */
function widened([across, up]: Box, part: number): Box {
  const wider = ([from, to]: Span): Span => [from - (to - from) * part, to + (to - from) * part];
  return [wider(across), wider(up)];
}

/** No smaller than `least`, and no strip: at least half as wide as tall and the other way round. */
function roomy([across, up]: Box): Box {
  const size = ([from, to]: Span) => to - from;
  const floor = Math.max(least, size(across) / 2, size(up) / 2);
  const room = (span: Span): Span => {
    const more = Math.max(0, floor - size(span)) / 2;
    return [span[0] - more, span[1] + more];
  };
  return [room(across), room(up)];
}

const corners = (box: Box): Geometry => ({
  type: 'MultiPoint',
  coordinates: ends(box).map(([x, y]) => [x, y]),
});

/** The longest of 1, 2 or 5 with noughts that takes at most a fourth of the picture. */
function scaleOf(pixelsPerRadian: number, [, [low, high]]: Box) {
  const latitude = 2 * Math.atan(Math.exp((low + high) / 2)) - Math.PI / 2;
  const metresPerPixel = (earth * Math.cos(latitude)) / pixelsPerRadian;
  const most = (width / 4) * metresPerPixel;
  const power = 10 ** Math.floor(Math.log10(most));
  const metres = [5, 2, 1].map((digit) => digit * power).find((length) => length <= most) ?? power;
  return { metres, width: tenths(metres / metresPerPixel) };
}

const tenths = (value: number) => Math.round(value * 10) / 10;
