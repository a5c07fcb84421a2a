import { type Theme } from '~/domain/initiative/purpose';
import { type Goal } from '~/domain/ledger/figure';
import { type Kolom, kolommen } from '~/domain/ledger/kolom';

const grounds = ['action', 'meadow', 'ochre', 'brick'] as const;
const textures = ['plain', 'stripes', 'dots', 'lines'] as const;
type Ground = (typeof grounds)[number];
type Texture = (typeof textures)[number];
type Look = { ground: Ground | 'surface'; texture: Texture };

const of = <T,>(list: readonly T[], index: number): T => list[index % list.length] as T;

/** Each kolom has a texture of its own among its neighbours, so that the bands can be told apart in grey. */
function lookOf(place: { side: 'from'; name: Kolom } | { side: 'to'; name: Goal }): Look {
  if (place.side === 'from') {
    const index = kolommen.indexOf(place.name);
    return { ground: of(grounds, index), texture: of(textures, index + Math.floor(index / grounds.length)) };
  }
  if (place.name === 'left') return { ground: 'surface', texture: 'plain' };
  return place.name === 'reserved'
    ? { ground: 'ochre', texture: 'dots' }
    : { ground: 'action', texture: 'plain' };
}

const idOf = ({ ground, texture }: Look) => `wk-flow-${ground}-${texture}`;

/** The paint of a band, or of the bar of a place. */
export function paintOf(place: { side: 'from'; name: Kolom } | { side: 'to'; name: Goal | Theme }): string {
  return `url(#${idOf(lookOf(place))})`;
}

function Ink({ ground, texture }: Look) {
  const ink = `wk-flow__ink--${ground}`;
  if (texture === 'stripes') return <path className={ink} d="M-2 2 2-2M0 12 12 0M10 14 14 10" />;
  if (texture === 'lines') return <path className={ink} d="M0 3H12M0 9H12" />;
  return texture === 'dots' ? (
    <>
      <circle className={`${ink} wk-flow__dot`} cx="3" cy="3" r="1.5" />
      <circle className={`${ink} wk-flow__dot`} cx="9" cy="9" r="1.5" />
    </>
  ) : null;
}

/** Every pattern of the flow; once a page. */
export function FlowPatterns() {
  const looks: Look[] = [
    ...grounds.flatMap((ground) => textures.map((texture) => ({ ground, texture }))),
    { ground: 'surface', texture: 'plain' },
  ];
  return (
    <defs>
      {looks.map((look) => (
        <pattern key={idOf(look)} id={idOf(look)} width="12" height="12" patternUnits="userSpaceOnUse">
          <rect className={`wk-flow__ground--${look.ground}`} width="12" height="12" />
          <Ink {...look} />
        </pattern>
      ))}
    </defs>
  );
}
