import { getFormProps, useForm } from '@conform-to/react';
import { redirect } from '@remix-run/node';
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Alert } from '~/components/ui/alert';
import { Breadcrumb } from '~/components/ui/breadcrumb';
import { Button, ButtonGroup, ButtonLink } from '~/components/ui/button';
import { Heading } from '~/components/ui/heading';
import { useLocale } from '~/components/ui/locale';
import { MoneyTable } from '~/components/ui/money-table';
import { sum } from '~/domain/money/cents';
import { formatEuros } from '~/domain/money/format';
import { readForm } from '~/http/form.server';
import { bookSourceForm, sourceForm } from '~/http/money-forms.server';
import { act, page } from '~/http/route.server';
import { divideSource } from '~/usecases/divide-source.server';
import { previewDivision } from '~/usecases/preview-division.server';

export const handle = { access: { read: 'money.pledge', write: 'money.pledge' } };

export const loader = page('money.pledge', async (visit) => {
  const typed = Object.fromEntries(visit.url.searchParams);
  const source = sourceForm.safeParse(typed);
  if (!source.success) throw redirect('/gemeente/bronnen', 303);
  return {
    title: `${visit.t('ledger.sources.previewTitle')} - Wijkkas`,
    typed,
    query: visit.url.searchParams.toString(),
    source: source.data,
    division: await previewDivision(visit.act, source.data),
    key: visit.act.newId(),
  };
});

export const action = act('money.pledge', async (visit) => {
  const { key, ...source } = await readForm(visit, bookSourceForm);
  await divideSource(visit.act, key, source);
  return redirect(`/gemeente/bronnen?jaar=${source.year}`, 303);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? 'Wijkkas' }];

export default function Divide() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { typed, query, source, division, key } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const [form] = useForm({ lastResult: reply?.result });
  const { parts, skipped } = division;
  const total = formatEuros(source.totalCents, locale, 'full');
  const problems = Object.values(form.allErrors).flat();
  return (
    <div className="wk-page">
      <Breadcrumb
        items={[{ href: '/gemeente/bronnen', label: t('ledger.sources.title', { year: source.year }) }]}
        current={t('ledger.sources.previewTitle')}
      />
      <div className="wk-stack">
        <Heading level={1}>{t('ledger.sources.previewTitle')}</Heading>
        <p className="wk-intro">
          {t('ledger.sources.previewIntro', { total, name: source.name, year: source.year })}
        </p>
        {problems.length > 0 ? (
          <Alert tone="bad" role="alert">
            <p>{problems.join(' ')}</p>
          </Alert>
        ) : null}
      </div>
      <div className="wk-stack">
        <MoneyTable
          caption={t('ledger.sources.previewTable')}
          nameLabel={t('ledger.column.wijk')}
          columns={[t('ledger.sources.foot_part'), t('ledger.sources.rest_part'), t('ledger.column.total')]}
          rows={parts.map(({ areaId, name, footCents, restCents, cents }) => ({
            key: areaId,
            label: name,
            figures: [{ cents: footCents }, { cents: restCents }, { cents }],
          }))}
          total={{
            label: t('ledger.column.total'),
            figures: [
              sum(parts.map(({ footCents }) => footCents)),
              sum(parts.map(({ restCents }) => restCents)),
              sum(parts.map(({ cents }) => cents)),
            ],
          }}
        />
        {skipped.length > 0 ? <p>{t('ledger.sources.skipped', { wijken: skipped.join(', ') })}</p> : null}
      </div>
      <Form method="post" {...getFormProps(form)}>
        <input type="hidden" name="key" value={key} />
        {Object.entries(typed).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <ButtonGroup>
          <Button>{t('ledger.sources.book')}</Button>
          <ButtonLink look="secondary" href={`/gemeente/bronnen?${query}`}>
            {t('ledger.sources.change')}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </div>
  );
}
