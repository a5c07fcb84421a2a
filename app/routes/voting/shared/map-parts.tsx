import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export interface MapPicture {
  width: number;
  height: number;
  /** The area of the round, where the projects lie in it. */
  outline: string | null;
  /** A round number of metres, and how wide that is in the picture. */
  scale: { metres: number; width: number };
}

interface MapGroundProps {
  map: MapPicture;
  /** `group` where the points are links. */
  role: 'group' | 'img';
  label: string;
  children: ReactNode;
}

/** Below the map, for the scale. */
const foot = 52;

/** The ground of a map, north up, with a scale. */
export function MapGround({ map: { width, height, outline, scale }, role, label, children }: MapGroundProps) {
  const { t } = useTranslation();
  const { metres } = scale;
  return (
    <svg
      className="wk-round-map"
      viewBox={`0 0 ${width} ${height + foot}`}
      preserveAspectRatio="xMinYMin"
      role={role}
      aria-label={label}
    >
      <rect className="wk-round-map__ground" width={width} height={height} rx="6" />
      {outline === null ? null : <path className="wk-round-map__area" d={outline} />}
      {children}
      <g aria-hidden="true">
        <path className="wk-round-map__scale" d={`M1 ${height + 18}v14h${scale.width}v-14`} />
        <text className="wk-round-map__label" x={scale.width + 12} y={height + 34}>
          {metres < 1000
            ? t('project.map.metres', { count: metres })
            : t('project.map.kilometres', { count: metres / 1000 })}
        </text>
        <text className="wk-round-map__label wk-round-map__label--end" x={width} y={height + 34}>
          {t('project.map.north')}
        </text>
      </g>
    </svg>
  );
}

/** Filled for what was chosen, open for what was not or is not known yet; `faint` for the others around one project. */
export type MarkLook = 'chosen' | 'other' | 'faint';

function Shape({ look }: { look: MarkLook }) {
  if (look === 'faint') return <circle className="wk-round-map__faint" r="4" />;
  return look === 'chosen' ? (
    <circle className="wk-round-map__chosen" r="9" />
  ) : (
    <rect className="wk-round-map__other" x="-7.5" y="-7.5" width="15" height="15" />
  );
}

/** A project on a map, with room around it to point at. */
export function ProjectMark({ look, x, y }: { look: MarkLook; x: number; y: number }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <g className="wk-round-map__mark">
        {look === 'faint' ? null : <circle className="wk-round-map__room" r="15" />}
        <Shape look={look} />
      </g>
    </g>
  );
}

export function MapLegend({ items }: { items: readonly { look: MarkLook; label: string }[] }) {
  return (
    <ul className="wk-round-map__legend">
      {items.map(({ look, label }) => (
        <li key={look}>
          <svg viewBox="-12 -12 24 24" width="24" height="24" aria-hidden="true" focusable="false">
            <Shape look={look} />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
