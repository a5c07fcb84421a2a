import { useTranslation } from 'react-i18next';
import { Heading } from '~/ui/heading';
import { type Cents } from '~/domain/money/cents';
import { type RuleName } from '~/domain/voting/rule-names';
import { MapGround, MapLegend, type MapPicture, ProjectMark } from './map-parts';
import { projectHref } from './project-query';
import { useRoundTexts } from './round-texts';

interface MapPoint {
  place: number;
  name: string;
  costCents: Cents;
  won: boolean | null;
  x: number;
  y: number;
}

export interface RoundMapProps {
  map: MapPicture & { points: readonly MapPoint[]; outside: number; nowhere: number };
  number: number;
  rule: RuleName;
  currency: string;
}

/** Each project of a round is a link on the map; filled is chosen. The list on the same page says it all in words. */
export function RoundMap({ map, number, rule, currency }: RoundMapProps) {
  const { t } = useTranslation();
  const { amount } = useRoundTexts(currency);
  const { points, outside, nowhere } = map;
  // What is drawn last lies on top.
  const drawn = [...points].sort((a, b) => Number(a.won) - Number(b.won));
  return (
    <section className="wk-stack">
      <Heading level={2}>{t('project.map.title')}</Heading>
      <a className="utrecht-skip-link utrecht-skip-link--visible-on-focus" href="#na-de-kaart">
        {t('project.map.skip')}
      </a>
      <MapGround map={map} role="group" label={t('project.map.label', { count: points.length })}>
        {drawn.map(({ place, name, costCents, won, x, y }) => {
          const label = t(won ? 'project.map.chosenProject' : 'project.map.otherProject', {
            name,
            cost: amount(costCents),
          });
          return (
            <a
              key={place}
              className="wk-round-map__project"
              href={projectHref(number, place, rule)}
              aria-label={label}
            >
              <title>{label}</title>
              <ProjectMark look={won ? 'chosen' : 'other'} x={x} y={y} />
            </a>
          );
        })}
      </MapGround>
      <div id="na-de-kaart" className="wk-stack--close" tabIndex={-1}>
        <MapLegend
          items={[
            { look: 'chosen', label: t('round.state.chosen') },
            { look: 'other', label: t('round.state.rest') },
          ]}
        />
        <p className="wk-small">
          {t('project.map.overlap')} {outside > 0 ? `${t('project.map.outside', { count: outside })} ` : null}
          {nowhere > 0 ? t('project.map.nowhere', { count: nowhere }) : null}
        </p>
      </div>
    </section>
  );
}
