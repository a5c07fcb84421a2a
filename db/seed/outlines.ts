import { type Polygon } from 'geojson';

/**
 * The borders of Vierstromen, drawn by hand in metres east and north of its south-west corner. Four streams meet
 * around Middelveld; wijken share the lines between them, so that their outlines fit exactly.
 */
type Point = readonly [east: number, north: number];

const corners = {
  centreNorth: [3500, 4700],
  centreEast: [4950, 4250],
  centreSouthEast: [4700, 2850],
  centreSouth: [3250, 2500],
  centreWest: [2550, 3650],
  north: [3900, 6900],
  east: [7600, 4700],
  southEast: [5700, 300],
  southWest: [2300, 150],
  west: [300, 4100],
} as const satisfies Record<string, Point>;
type Corner = keyof typeof corners;

const line = (from: Corner, to: Corner, ...between: Point[]) => ({ from, to, between });

const lines = {
  // around Middelveld
  canal: line('centreNorth', 'centreEast', [4050, 4880], [4560, 4760]),
  eastQuay: line('centreEast', 'centreSouthEast', [5170, 3760], [4830, 3300]),
  southQuay: line('centreSouthEast', 'centreSouth', [4260, 2480], [3720, 2660]),
  millRace: line('centreSouth', 'centreWest', [2880, 2740], [2440, 3160]),
  westQuay: line('centreWest', 'centreNorth', [2760, 4180], [3060, 4560]),
  // the four streams, and the railway between Wortmanbuurt and Buitenstad
  northStream: line('centreNorth', 'north', [3330, 5230], [3680, 5680], [3420, 6220], [3700, 6620]),
  eastStream: line('centreEast', 'east', [5480, 4480], [6040, 4120], [6620, 4560], [7120, 4430]),
  southStream: line('centreSouthEast', 'southEast', [5060, 2340], [4830, 1810], [5420, 1260], [5340, 720]),
  railway: line('centreSouth', 'southWest', [2960, 1900], [2700, 1340], [2480, 700]),
  westStream: line('centreWest', 'west', [2060, 3840], [1600, 3540], [1030, 3950], [660, 3880]),
  // the edge of the gemeente
  edgeNorthEast: line('north', 'east', [4800, 6980], [5720, 6580], [6480, 6360], [6980, 5620], [7480, 5320]),
  edgeSouthEast: line(
    'east',
    'southEast',
    [7760, 3920],
    [7280, 3120],
    [7380, 2180],
    [6680, 1520],
    [6460, 700],
  ),
  edgeSouth: line('southEast', 'southWest', [4900, 110], [4080, 380], [3180, 40]),
  edgeSouthWest: line('southWest', 'west', [1480, 260], [920, 920], [1040, 1800], [360, 2480], [130, 3320]),
  edgeNorthWest: line('west', 'north', [240, 4920], [920, 5520], [1180, 6320], [2180, 6480], [2920, 7020]),
};
type Line = keyof typeof lines;
type Step = Line | `-${Line}`;

/** Around each wijk; a minus walks a line backwards. */
const rounds = {
  parkwijk: ['westQuay', 'northStream', '-edgeNorthWest', '-westStream'],
  soesterveld: ['canal', 'eastStream', '-edgeNorthEast', '-northStream'],
  kruiskade: ['eastQuay', 'southStream', '-edgeSouthEast', '-eastStream'],
  wortmanbuurt: ['southQuay', 'railway', '-edgeSouth', '-southStream'],
  buitenstad: ['millRace', 'westStream', '-edgeSouthWest', '-railway'],
  middelveld: ['canal', 'eastQuay', 'southQuay', 'millRace', 'westQuay'],
} satisfies Record<string, Step[]>;
export type WijkSlug = keyof typeof rounds;

const origin = { longitude: 5.86, latitude: 52.46 };
const metresPerDegree = { longitude: 67_760, latitude: 111_250 };

/** The outline of a wijk in longitude and latitude. */
export function outlineOf(wijk: WijkSlug): Polygon {
  const ring = (rounds[wijk] as Step[]).flatMap((step) => walk(step).slice(0, -1));
  const [first] = ring;
  if (!first) throw new Error(`no outline of ${wijk}`);
  return { type: 'Polygon', coordinates: [[...ring, first].map(degreesAt)] };
}

function walk(step: Step): Point[] {
  return step.startsWith('-') ? curve(step.slice(1) as Line).reverse() : curve(step as Line);
}

/** A flowing line through its points: Catmull-Rom, five pieces between each two. */
function curve(name: Line): Point[] {
  const { from, to, between } = lines[name];
  const points: Point[] = [corners[from], ...between, corners[to]];
  const at = (index: number) => points[Math.min(Math.max(index, 0), points.length - 1)] ?? corners[from];
  const pieces = points
    .slice(0, -1)
    .flatMap((_, i) => [0, 0.2, 0.4, 0.6, 0.8].map((t) => bend([at(i - 1), at(i), at(i + 1), at(i + 2)], t)));
  return [...pieces, corners[to]];
}

function bend([a, b, c, d]: [Point, Point, Point, Point], t: number): Point {
  const along = (i: 0 | 1) =>
    0.5 *
    (2 * b[i] +
      (c[i] - a[i]) * t +
      (2 * a[i] - 5 * b[i] + 4 * c[i] - d[i]) * t ** 2 +
      (3 * b[i] - a[i] - 3 * c[i] + d[i]) * t ** 3);
  return [along(0), along(1)];
}

/** A point in metres as longitude and latitude. */
export function degreesAt([east, north]: Point): [longitude: number, latitude: number] {
  const round = (degrees: number) => Math.round(degrees * 100_000) / 100_000;
  return [
    round(origin.longitude + east / metresPerDegree.longitude),
    round(origin.latitude + north / metresPerDegree.latitude),
  ];
}
