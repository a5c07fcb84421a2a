import { Form, useLoaderData, type MetaFunction } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { allBodies } from '#db/reads/council/body';
import { decisionsPage, decisionYears } from '#db/reads/council/decision';
import { DecisionRow } from '~/routes/council/shared/decision-row';
import { Button } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { SelectField } from '~/ui/field';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { Pagination } from '~/ui/pagination';
import { askedPage } from '~/domain/paging';
import { page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { paths } from '~/paths';

export const handle = { access: { read: 'site.read' } };

export const loader = page('site.read', async ({ context: { db }, url, t }) => {
  const bodies = await allBodies(db);
  const years = await decisionYears(db);
  const asked = url.searchParams;
  // Only what can be chosen is asked of the database; anything else shows all.
  const body = bodies.find(({ slug }) => slug === asked.get('raad'));
  const year = years.find((each) => String(each) === asked.get('jaar'));
  return {
    title: t('council.decisions.title'),
    description: t('council.decisions.description'),
    bodies: bodies.map(({ slug, name }) => ({ value: slug, label: name })),
    years: years.map((each) => ({ value: String(each), label: String(each) })),
    chosen: { bodySlug: body?.slug, year: year === undefined ? undefined : String(year) },
    decisions: await decisionsPage(db, { bodyId: body?.id, year, page: askedPage(asked.get('pagina')) }),
  };
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function Decisions() {
  const { t } = useTranslation();
  const { decisions } = useLoaderData<typeof loader>();
  const { rows, total } = decisions;
  return (
    <div className="wk-page">
      <div className="wk-stack">
        <Heading level={1}>{t('council.decisions.title')}</Heading>
        <p className="wk-intro">{t('council.decisions.intro')}</p>
        <p>
          <Link href={paths.council.publicList}>{t('council.decisions.toCouncils')}</Link>
        </p>
      </div>
      <Filter />
      <section className="wk-stack">
        {rows.length === 0 ? <Empty /> : <p>{t('council.decisions.count', { count: total })}</p>}
        <ul className="wk-plain-list wk-decisions">
          {rows.map((row) => (
            <li key={row.id}>
              <DecisionRow row={row} level={2} />
            </li>
          ))}
        </ul>
      </section>
      <Pagination list={decisions} what={t('council.decisions.title')} />
    </div>
  );
}

function Empty() {
  const { t } = useTranslation();
  const { chosen } = useLoaderData<typeof loader>();
  const filtered = chosen.bodySlug !== undefined || chosen.year !== undefined;
  const action = filtered
    ? { href: paths.council.decisions, label: t('council.decisions.noneAction') }
    : undefined;
  return (
    <EmptyState title={t('council.decisions.noneTitle')} action={action}>
      {t('council.decisions.none')}
    </EmptyState>
  );
}

function Filter() {
  const { t } = useTranslation();
  const { bodies, years, chosen } = useLoaderData<typeof loader>();
  return (
    <Form method="get" className="wk-filter wk-no-print">
      <SelectField
        name="raad"
        required
        label={t('council.decisions.body')}
        empty={t('council.decisions.allBodies')}
        options={bodies}
        defaultValue={chosen.bodySlug}
      />
      <SelectField
        name="jaar"
        required
        label={t('council.decisions.year')}
        empty={t('council.decisions.allYears')}
        options={years}
        defaultValue={chosen.year}
      />
      <Button look="secondary">{t('council.decisions.filter')}</Button>
    </Form>
  );
}
