/** What a part of a bar looks like; each has its own pattern, so that it can be read in grey and on paper. */
export type PartLook = 'full' | 'hatched' | 'dotted' | 'empty';

const patterned = new Set<PartLook>(['hatched', 'dotted']);

interface FillProps {
  id: string;
  look: PartLook;
  x: string;
  width: string;
}

function Fill({ id, look, x, width }: FillProps) {
  const fill = patterned.has(look) ? `url(#${id}${look})` : undefined;
  return <rect className={`wk-parts__${look}`} x={x} width={width} height="100%" fill={fill} />;
}

function Patterns({ id }: { id: string }) {
  const size = { width: 9, height: 9, patternUnits: 'userSpaceOnUse' };
  return (
    <defs>
      <pattern id={`${id}hatched`} {...size} patternTransform="rotate(45)">
        <rect className="wk-parts__hatched" width="9" height="9" />
        <rect className="wk-parts__empty" width="2.5" height="9" />
      </pattern>
      <pattern id={`${id}dotted`} {...size}>
        <rect className="wk-parts__dotted" width="9" height="9" />
        <circle className="wk-parts__empty" cx="4.5" cy="4.5" r="2" />
      </pattern>
    </defs>
  );
}

/** The colour of a part beside its words. */
export function PartSwatch({ id, look }: { id: string; look: PartLook }) {
  return (
    <svg className="wk-parts__swatch" width="20" height="20" aria-hidden="true" focusable="false">
      <Fill id={id} look={look} x="0" width="100%" />
    </svg>
  );
}

export interface BarPart {
  key: string;
  look: PartLook;
  /** In per cent of the whole bar; parts stand one after the other. */
  percent: number;
  /** What this part is called in the table beside the bar; only where there is room for it. */
  mark?: string;
}

/** From this many per cent a part holds its mark, on a phone too. */
const roomForMark = 8;

/** One stacked bar. It shows what the words and figures beside it say. `id` is that of its swatches too. */
export function PartsBar({ id, parts }: { id: string; parts: readonly BarPart[] }) {
  const placed = parts.map((part, index) => ({
    ...part,
    x: parts.slice(0, index).reduce((sum, { percent }) => sum + percent, 0),
  }));
  return (
    <svg className="wk-parts" width="100%" height="44" aria-hidden="true" focusable="false">
      <Patterns id={id} />
      {placed.map(({ key, look, x, percent }) => (
        <Fill key={key} id={id} look={look} x={`${x}%`} width={`${percent}%`} />
      ))}
      {placed.map(({ key, mark, x, percent }) =>
        mark && percent >= roomForMark ? (
          <g key={key}>
            <circle className="wk-parts__empty" cx={`${x + percent / 2}%`} cy="22" r="12" />
            <text className="wk-parts__mark" x={`${x + percent / 2}%`} y="22">
              {mark}
            </text>
          </g>
        ) : null,
      )}
    </svg>
  );
}

/** How much a part is of a whole, in per cent, for drawing only. */
export function percentOf(part: bigint, whole: bigint): number {
  return whole > 0n ? Number((part * 10_000n) / whole) / 100 : 0;
}
