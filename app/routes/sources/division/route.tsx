import { type MetaFunction, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { divisionsOf } from '#db/reads/sources/division';
import { DivisionKeyFacts } from '~/routes/sources/shared/division-key';
import { SourceTermsFacts } from '~/routes/sources/shared/terms';
import { PartsTable } from './parts-table';
import { Breadcrumb } from '~/ui/breadcrumb';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { PageHead } from '~/ui/page-head';
import { page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { askedSource } from '../shared/view.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'site.read' } };

export const loader = page('site.read', async (visit) => {
  const { id, code, name, year, kolom, funder, ...source } = await askedSource(visit);
  const { theme, targetGroup, area, validFrom, expiresOn, rollover, rolloverPct } = source;
  return {
    title: name,
    description: visit.t('source.division.description', { name, year }),
    ...{ code, name, year, kolom, funder },
    terms: { year, theme, targetGroup, area, validFrom, expiresOn, rollover, rolloverPct },
    divisions: await divisionsOf(visit.context.db, id),
  };
});

export const meta: MetaFunction<typeof loader> = metaOf;

/** By which key a source was divided over the wijken: all that somebody needs to recompute it. */
export default function Division() {
  const { t } = useTranslation();
  const { code, name, year, kolom, funder, terms, divisions } = useLoaderData<typeof loader>();
  return (
    <div className="wk-page">
      <Breadcrumb
        items={[{ href: `${paths.money.city}?jaar=${year}`, label: t('source.division.crumb', { year }) }]}
        current={name}
      />
      <PageHead title={name}>
        {t('source.page.intro', { funder, year, kolom: t(`ledger.kolom.${kolom}`) })}
      </PageHead>
      <SourceTermsFacts terms={terms} />
      {divisions.length === 0 ? <p>{t('source.division.none')}</p> : null}
      {divisions.map((division) => (
        <section key={division.id} className="wk-stack">
          <Heading level={2}>{t('source.division.title')}</Heading>
          <DivisionKeyFacts division={division} />
          <PartsTable division={division} />
        </section>
      ))}
      {divisions.length > 0 ? (
        <section className="wk-stack">
          <Heading level={2}>{t('source.division.recount')}</Heading>
          <p>{t('source.division.recountHow')}</p>
          <p>
            <Link href={paths.sources.divisionCsv(code)}>{t('source.division.download')}</Link>
          </p>
        </section>
      ) : null}
    </div>
  );
}
