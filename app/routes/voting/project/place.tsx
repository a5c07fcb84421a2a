import { useTranslation } from 'react-i18next';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { MapGround, MapLegend, PlanMark } from '../shared/map-parts';
import { type RoundMapProps } from '../shared/round-map';

interface PlanPlaceProps {
  plan: { place: number; name: string; latitude: number; longitude: number };
  /** Null where the plan lies far from all others. */
  map: RoundMapProps['map'] | null;
}

/** Where a plan will come, among the other plans of its round. */
export function PlanPlace({ plan, map }: PlanPlaceProps) {
  const { t } = useTranslation();
  const own = map?.points.find(({ place }) => place === plan.place);
  const look = own?.won ? 'chosen' : 'other';
  const at = `${plan.latitude}/${plan.longitude}`;
  return (
    <section className="wk-stack wk-plan-place">
      <Heading level={2}>{t('plan.map.planTitle')}</Heading>
      {map && own ? (
        <>
          <MapGround map={map} role="img" label={t('plan.map.planLabel', { name: plan.name })}>
            {map.points.map(({ place, x, y }) =>
              place === plan.place ? null : <PlanMark key={place} look="faint" x={x} y={y} />,
            )}
            <PlanMark look={look} x={own.x} y={own.y} />
          </MapGround>
          <MapLegend
            items={[
              { look, label: t('plan.map.thisPlan') },
              ...(map.points.length > 1 ? [{ look: 'faint' as const, label: t('plan.map.otherPlans') }] : []),
            ]}
          />
        </>
      ) : null}
      <p>
        <Link
          href={`https://www.openstreetmap.org/?mlat=${plan.latitude}&mlon=${plan.longitude}#map=17/${at}`}
        >
          {t('plan.map.toStreets')}
        </Link>
      </p>
    </section>
  );
}
