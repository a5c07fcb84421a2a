import { type TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { type SpendingStep } from '~/domain/area/spending';
import { MapLegend, MapPatterns, stepFill } from './map-legend';

export interface MapWijk {
  slug: string;
  href: string;
  name: string;
  path: string;
  /** Where the name fits; `everywhere` says also on a phone, where letters take more of the map. */
  label: { x: number; y: number; everywhere: boolean } | null;
  /** Whole percents of the budget that are granted or paid; null without a budget. */
  share: number | null;
  step: SpendingStep | null;
}

export interface WijkMapProps {
  width: number;
  height: number;
  wijken: readonly MapWijk[];
  /** Names the picture for a screen reader. */
  label: string;
}

/** What a wijk's colour says, in words. */
export function sayShare(t: TFunction, share: number | null): string {
  return share === null ? t('area.map.none') : t('area.map.share', { share });
}

function Shape({ wijk }: { wijk: MapWijk }) {
  const { t } = useTranslation();
  const look = wijk.step ?? 'none';
  return (
    <a href={wijk.href} aria-label={`${wijk.name}: ${sayShare(t, wijk.share)}`} className="wk-map__wijk">
      <title>{`${wijk.name}: ${sayShare(t, wijk.share)}`}</title>
      <path className={`wk-map__shape wk-map__shape--${look}`} fill={stepFill(wijk.step)} d={wijk.path} />
    </a>
  );
}

/** Each wijk is a link; colour and pattern say how much of its budget is given away, and the table says the same. */
export function WijkMap({ width, height, wijken, label }: WijkMapProps) {
  return (
    <div className="wk-map">
      <svg className="wk-map__picture" viewBox={`0 0 ${width} ${height}`} role="group" aria-label={label}>
        <MapPatterns />
        {wijken.map((wijk) => (
          <Shape key={wijk.slug} wijk={wijk} />
        ))}
        <g aria-hidden="true">
          {wijken.map(({ slug, name, label: at }) =>
            at ? (
              <text
                key={slug}
                className={at.everywhere ? 'wk-map__label' : 'wk-map__label wk-map__label--wide'}
                x={at.x}
                y={at.y}
              >
                {name}
              </text>
            ) : null,
          )}
        </g>
      </svg>
      <MapLegend gaps={wijken.some(({ step }) => step === null)} />
    </div>
  );
}
