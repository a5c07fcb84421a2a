import { useTranslation } from 'react-i18next';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { MapGround, MapLegend, ProjectMark } from '../shared/map-parts';
import { type RoundMapProps } from '../shared/round-map';

interface ProjectPlaceProps {
  project: { place: number; name: string; latitude: number; longitude: number };
  /** Null where the project lies far from all others. */
  map: RoundMapProps['map'] | null;
}

/** Where a project will come, among the other projects of its round. */
export function ProjectPlace({ project, map }: ProjectPlaceProps) {
  const { t } = useTranslation();
  const own = map?.points.find(({ place }) => place === project.place);
  const look = own?.won ? 'chosen' : 'other';
  const at = `${project.latitude}/${project.longitude}`;
  return (
    <section className="wk-stack wk-project-place">
      <Heading level={2}>{t('project.map.projectTitle')}</Heading>
      {map && own ? (
        <>
          <MapGround map={map} role="img" label={t('project.map.projectLabel', { name: project.name })}>
            {map.points.map(({ place, x, y }) =>
              place === project.place ? null : <ProjectMark key={place} look="faint" x={x} y={y} />,
            )}
            <ProjectMark look={look} x={own.x} y={own.y} />
          </MapGround>
          <MapLegend
            items={[
              { look, label: t('project.map.thisProject') },
              ...(map.points.length > 1
                ? [{ look: 'faint' as const, label: t('project.map.otherProjects') }]
                : []),
            ]}
          />
        </>
      ) : null}
      <p>
        <Link
          href={`https://www.openstreetmap.org/?mlat=${project.latitude}&mlon=${project.longitude}#map=17/${at}`}
        >
          {t('project.map.toStreets')}
        </Link>
      </p>
    </section>
  );
}
