import { sankey, sankeyLinkHorizontal } from 'd3-sankey';
import { themes } from '~/domain/initiative/purpose';
import { type Flow, type Goal } from '~/domain/ledger/figure';
import { type Kolom, kolommen } from '~/domain/ledger/kolom';
import { type Cents, sum } from '~/domain/money/cents';

const width = 1152;
const beside = 190;
const nodeWidth = 14;
/** Two lines of text fit between two places. */
const apart = 44;
const moneyHeight = 300;

const goals: readonly Goal[] = [...themes, 'reserved', 'left'];

/** A place that money passes: a kolom, a wijk (by slug) or a goal. */
export type Place =
  { side: 'from'; name: Kolom } | { side: 'through'; name: string } | { side: 'to'; name: Goal };

export type DrawnPlace = Place & {
  cents: Cents;
  x: number;
  y: number;
  height: number;
};

/** A band between two places: the line through its middle, and how thick it is. */
export type DrawnBand = { key: string; path: string; thickness: number; place: Place };

export type FlowPicture = {
  width: number;
  height: number;
  nodeWidth: number;
  places: DrawnPlace[];
  bands: DrawnBand[];
};

type Node = { key: string; place: Place; cents: Cents };
type Drawn = { key: string; place: Place };

/**
 * The flow as a picture, 1152 wide: kolommen left, wijken in the order given in the middle, goals right, all in a fixed
 * order. A band bears the look of its kolom on the way in and of its goal on the way out. Null without money.
 */
export function pictureOf(flow: Flow, wijken: readonly string[]): FlowPicture | null {
  const nodes = nodesOf(flow, wijken);
  if (nodes.length === 0) return null;
  const most = Math.max(...(['from', 'through', 'to'] as const).map((side) => countOn(nodes, side)));
  const height = moneyHeight + apart * most;
  const layout = sankey<Node, Drawn>()
    .nodeId(({ key }) => key)
    .nodeSort(null)
    .nodeWidth(nodeWidth)
    .nodePadding(apart)
    .extent([
      [beside, apart / 2],
      [width - beside, height - apart / 2],
    ]);
  const drawn = layout({ nodes: nodes.map((node) => ({ ...node })), links: linksOf(flow) });
  const lineOf = sankeyLinkHorizontal<Node, Drawn>();
  return {
    width,
    height,
    nodeWidth,
    places: drawn.nodes.map(({ place, cents: amount, x0 = 0, y0 = 0, y1 = 0 }) => ({
      ...place,
      cents: amount,
      x: round(x0),
      y: round(y0),
      height: Math.max(2, round(y1 - y0)),
    })),
    bands: drawn.links.map((link) => ({
      key: link.key,
      path: rounded(lineOf(link) ?? ''),
      thickness: Math.max(1, round(link.width ?? 0)),
      place: link.place,
    })),
  };
}

function nodesOf(flow: Flow, wijken: readonly string[]): Node[] {
  const from = kolommen.map((name): Place => ({ side: 'from', name }));
  const through = wijken.map((name): Place => ({ side: 'through', name }));
  const to = goals.map((name): Place => ({ side: 'to', name }));
  return [...from, ...through, ...to]
    .map((place) => ({ key: keyOf(place), place, cents: passing(flow, place) }))
    .filter((node) => node.cents > 0n);
}

function passing(flow: Flow, { side, name }: Place): Cents {
  const ends = side === 'to' ? flow.out : flow.in;
  const own = ends.filter((band) => (side === 'from' ? band.from : band.to) === name);
  return sum(own.map((band) => band.cents));
}

function linksOf(flow: Flow) {
  const into = flow.in.map((band) => ({
    ...band,
    place: { side: 'from', name: band.from } as const,
    source: keyOf({ side: 'from', name: band.from }),
    target: keyOf({ side: 'through', name: band.to }),
  }));
  const out = flow.out.map((band) => ({
    ...band,
    place: { side: 'to', name: band.to } as const,
    source: keyOf({ side: 'through', name: band.from }),
    target: keyOf({ side: 'to', name: band.to }),
  }));
  return [...into, ...out].map(({ place, source, target, cents: amount }) => ({
    key: `${source} ${target}`,
    place,
    source,
    target,
    value: Number(amount),
  }));
}

const keyOf = ({ side, name }: Place) => `${side}-${name}`;

const countOn = (nodes: readonly Node[], side: Place['side']) =>
  nodes.filter(({ place }) => place.side === side).length;

const round = (length: number) => Math.round(length * 10) / 10;

const rounded = (path: string) => path.replace(/\d+\.\d+/g, (length) => String(round(Number(length))));
