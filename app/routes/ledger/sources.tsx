import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { sourcesOfYear } from '#db/reads/ledger';
import { SourceTable } from '~/components/ledger/source-table';
import { YearChoice } from '~/components/ledger/year-choice';
import { Breadcrumb } from '~/components/ui/breadcrumb';
import { MoneyField, SelectField, TextField } from '~/components/ui/field';
import { Heading } from '~/components/ui/heading';
import { kolommen } from '~/domain/ledger/kolom';
import { euroInput } from '~/domain/money/format';
import { readForm } from '~/http/form.server';
import { sourceForm } from '~/http/money-forms.server';
import { PostForm } from '~/routes/people/post-form';
import { act, page } from '~/http/route.server';
import { chosenYear } from '~/http/year.server';
import { previewDivision } from '~/usecases/preview-division.server';

export const handle = { access: { read: 'money.pledge', write: 'money.pledge' } };

export const loader = page('money.pledge', async (visit) => {
  const { year, years } = await chosenYear(visit);
  const typed = Object.fromEntries(visit.url.searchParams);
  return {
    title: `${visit.t('ledger.sources.title', { year })} - Wijkkas`,
    year,
    years,
    sources: await sourcesOfYear(visit.act.db, year),
    typed: { year: String(year), footCents: '0', ...typed },
  };
});

export const action = act('money.pledge', async (visit) => {
  const source = await readForm(visit, sourceForm);
  await previewDivision(visit.act, source);
  const { name, kolom, funder, year, totalCents, footCents } = source;
  const query = new URLSearchParams({
    name,
    kolom,
    funder,
    year: String(year),
    totalCents: euroInput(totalCents),
    footCents: euroInput(footCents),
  });
  return redirect(`/gemeente/bronnen/verdelen?${query}`, 303);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? 'Wijkkas' }];

export default function Sources() {
  const { t } = useTranslation();
  const { year, years, sources } = useLoaderData<typeof loader>();
  return (
    <div className="wk-page">
      <Breadcrumb
        items={[{ href: '/gemeente', label: t('ledger.desk.title') }]}
        current={t('ledger.sources.title', { year })}
      />
      <div className="wk-stack">
        <Heading level={1}>{t('ledger.sources.title', { year })}</Heading>
        <YearChoice year={year} years={years} path="/gemeente/bronnen" />
        {sources.length > 0 ? (
          <SourceTable caption={t('ledger.sources.table', { year })} rows={sources} />
        ) : (
          <p>{t('ledger.sources.none', { year })}</p>
        )}
      </div>
      <section className="wk-stack">
        <Heading level={2}>{t('ledger.sources.add')}</Heading>
        <p>{t('ledger.sources.addIntro')}</p>
        <SourceForm />
      </section>
    </div>
  );
}

function SourceForm() {
  const { t } = useTranslation();
  const { typed } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PostForm result={reply?.result} submit={t('ledger.sources.preview')} defaultValue={typed}>
      {(field) => (
        <>
          <TextField
            {...field('name', t('ledger.sources.name'))}
            help={t('ledger.sources.nameHelp')}
            maxLength={80}
          />
          <SelectField
            {...field('kolom', t('ledger.sources.kolom'))}
            options={kolommen.map((value) => ({ value, label: t(`ledger.kolom.${value}`) }))}
          />
          <TextField {...field('funder', t('ledger.sources.funder'))} maxLength={80} />
          <TextField {...field('year', t('ledger.sources.year'))} inputMode="numeric" width="short" />
          <MoneyField {...field('totalCents', t('ledger.sources.total'))} />
          <MoneyField {...field('footCents', t('ledger.sources.foot'))} help={t('ledger.sources.footHelp')} />
        </>
      )}
    </PostForm>
  );
}
