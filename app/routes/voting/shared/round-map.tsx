import { useTranslation } from 'react-i18next';
import { Heading } from '~/ui/heading';
import { type Cents } from '~/domain/money/cents';
import { type RuleName } from '~/domain/voting/rule-names';
import { MapGround, MapLegend, type MapPicture, PlanMark } from './map-parts';
import { planHref } from './project-query';
import { useRoundWords } from './round-words';

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

/** Each plan of a round is a link on the map; filled is chosen. The list on the same page says it all in words. */
export function RoundMap({ map, number, rule, currency }: RoundMapProps) {
  const { t } = useTranslation();
  const { amount } = useRoundWords(currency);
  const { points, outside, nowhere } = map;
  // What is drawn last lies on top.
  const drawn = [...points].sort((a, b) => Number(a.won) - Number(b.won));
  return (
    <section className="wk-stack">
      <Heading level={2}>{t('plan.map.title')}</Heading>
      <a className="utrecht-skip-link utrecht-skip-link--visible-on-focus" href="#na-de-kaart">
        {t('plan.map.skip')}
      </a>
      <MapGround map={map} role="group" label={t('plan.map.label', { count: points.length })}>
        {drawn.map(({ place, name, costCents, won, x, y }) => {
          const label = t(won ? 'plan.map.chosenPlan' : 'plan.map.otherPlan', {
            name,
            cost: amount(costCents),
          });
          return (
            <a
              key={place}
              className="wk-round-map__plan"
              href={planHref(number, place, rule)}
              aria-label={label}
            >
              <title>{label}</title>
              <PlanMark look={won ? 'chosen' : 'other'} x={x} y={y} />
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
          {t('plan.map.overlap')} {outside > 0 ? `${t('plan.map.outside', { count: outside })} ` : null}
          {nowhere > 0 ? t('plan.map.nowhere', { count: nowhere }) : null}
        </p>
      </div>
    </section>
  );
}
