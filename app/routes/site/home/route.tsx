import { type MetaFunction, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { outlinesOf } from '#db/reads/area/area';
import { somePostcode } from '#db/reads/area/postcode';
import { newestDecisions } from '#db/reads/council/decision';
import { newestInitiatives } from '#db/reads/initiative/search';
import { wijkBudgets } from '#db/reads/money/wijk-budget';
import { someWijkIsOpen } from './open.server';
import { searchIn } from './find.server';
import { FindWijk } from './find-wijk';
import { HowItWorks } from './how-it-works';
import { DecisionNews, InitiativeNews } from './news';
import { WijkMap } from '~/ui/wijk-map';
import { ButtonLink } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { page } from '~/http/route.server';
import { mapOf } from '~/ui/wijk-outlines.server';
import { chosenYear } from '~/http/year.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'site.read' } };

const newest = 3;

export const loader = page('site.read', async (visit) => {
  const { db, today } = visit.context;
  const search = await searchIn(visit);
  const { year } = await chosenYear(visit);
  const wijken = await wijkBudgets(db, year, today);
  const ids = wijken.map(({ id }) => id);
  const [outlines, decisions, initiatives, example] = await Promise.all([
    outlinesOf(db, ids),
    newestDecisions(db, newest),
    newestInitiatives(db, { most: newest }),
    somePostcode(db),
  ]);
  return {
    title: visit.t('area.home.title'),
    description: visit.t('area.home.description'),
    search,
    example: example ? `${example} AB` : null,
    map: mapOf(wijken, outlines),
    decisions,
    initiatives,
    isOpen: await someWijkIsOpen(visit),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title ?? 'Wijkkas' },
  { name: 'description', content: data?.description },
];

export default function Home() {
  const { t } = useTranslation();
  const { search, example, map, decisions, initiatives, isOpen } = useLoaderData<typeof loader>();
  return (
    <>
      <div className="wk-band">
        <div className="wk-page wk-hero">
          <div className="wk-stack wk-stack--wide">
            <Heading level={1} display>
              {t('area.home.question')}
            </Heading>
            <p className="wk-intro">{t('area.home.intro')}</p>
            {map && example ? <FindWijk search={search} example={example} /> : null}
            {map && !example ? (
              <p>
                <Link href={paths.area.wijken}>{t('area.home.choose')}</Link>
              </p>
            ) : null}
            {isOpen ? (
              <div className="wk-stack">
                <p>{t('area.home.submitLead')}</p>
                <ButtonLink href={paths.initiative.start}>{t('area.home.submit')}</ButtonLink>
              </div>
            ) : (
              <p>{t('area.home.soon')}</p>
            )}
          </div>
          {map ? (
            <WijkMap {...map} label={t('area.map.label')} />
          ) : (
            <EmptyState title={t('area.home.empty.title')}>{t('area.home.empty.text')}</EmptyState>
          )}
        </div>
      </div>
      <div className="wk-page">
        <DecisionNews decisions={decisions} />
        <InitiativeNews initiatives={initiatives} />
        <HowItWorks />
      </div>
    </>
  );
}
