import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { wijkenOn } from '#db/reads/area/area';
import { endedYear } from '#db/reads/yearEnd/result';
import { moneyOfYear, sourcesInBooks } from '#db/reads/sources/source';
import { sourceFields } from './source-fields';
import { SourceList } from './source-list';
import { YearChoice } from '~/ui/year-choice';
import { Breadcrumb } from '~/ui/breadcrumb';
import { Heading } from '~/ui/heading';
import { mayEver } from '~/domain/access/policy';
import { pageIn } from '~/http/address.server';
import { act, page } from '~/http/route.server';
import { assertTerms } from '~/domain/ledger/source';
import { sourceForm } from '~/routes/sources/shared/forms.server';
import { chosenYear } from '~/http/year.server';
import { metaOf } from '~/http/page-meta';
import { ShortForm } from '~/ui/form';
import { previewDivision } from '~/usecases/sources/preview-division.server';
import { queryOf, sourceView, stepOf, toDivide, withUsed } from '../shared/view.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'money.readAll', write: 'money.pledge' } };

export const loader = page('money.readAll', async (visit) => {
  const { db, actor, today } = visit.context;
  const { year, years } = await chosenYear(visit);
  const { rows, ...place } = await sourcesInBooks(db, year, pageIn(visit));
  const typed = Object.fromEntries(visit.url.searchParams);
  return {
    title: visit.t('source.list.title', { year }),
    year,
    years,
    sources: { ...place, rows: rows.map((each) => sourceView(each, today)) },
    total: withUsed(await moneyOfYear(db, year)),
    ended: (await endedYear(db, year)) !== null,
    wijken: await wijkenOn(db, today),
    mayPledge: mayEver(actor, 'money.pledge').allow,
    typed: { year: String(year), by: 'inhabitants', footCents: '0', rollover: 'lapses', ...typed },
  };
});

export const action = act('money.pledge', sourceForm, async (visit, typed) => {
  const source = toDivide(await typed());
  const step = stepOf[source.by];
  if (step) assertTerms(source);
  else await previewDivision(visit.context, source);
  return redirect(`${step ?? paths.sources.divide}?${queryOf(source)}`, 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function Sources() {
  const { t } = useTranslation();
  const { year, years, sources, total, ended, mayPledge } = useLoaderData<typeof loader>();
  const title = t('source.list.title', { year });
  return (
    <div className="wk-page">
      <Breadcrumb items={[{ href: paths.money.desk, label: t('ledger.desk.title') }]} current={title} />
      <div className="wk-stack">
        <Heading level={1}>{title}</Heading>
        <p className="wk-intro">{t('source.list.intro')}</p>
        <YearChoice year={year} years={years} path={paths.sources.list} />
        {sources.total > 0 ? (
          <>
            <SourceList
              caption={t('source.list.table', { year })}
              sources={sources}
              total={total}
              ended={ended}
            />
            <p className="wk-small wk-soft">{t('source.usedMeans')}</p>
          </>
        ) : (
          <p>{t('source.list.none', { year })}</p>
        )}
      </div>
      {mayPledge ? (
        <section className="wk-stack">
          <Heading level={2}>{t('source.form.title')}</Heading>
          <p>{t('source.form.intro')}</p>
          <SourceForm />
        </section>
      ) : (
        <p>{t('source.list.byController')}</p>
      )}
    </div>
  );
}

function SourceForm() {
  const { t } = useTranslation();
  const { typed, wijken } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <ShortForm result={reply?.result} submit={t('source.form.submit')} defaultValue={typed}>
      {(field) => sourceFields({ t, field, wijken })}
    </ShortForm>
  );
}
