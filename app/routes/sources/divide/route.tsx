import { getFormProps, useForm } from '@conform-to/react';
import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DivisionTable } from './division-table';
import { DivisionKeyFacts } from '~/routes/sources/shared/division-key';
import { SourceTermsFacts } from '~/routes/sources/shared/terms';
import { Alert } from '~/ui/alert';
import { Breadcrumb } from '~/ui/breadcrumb';
import { Button, ButtonGroup, ButtonLink } from '~/ui/button';
import { Form } from '~/ui/form';
import { Heading } from '~/ui/heading';
import { useLocale } from '~/ui/locale';
import { formatEuros } from '~/domain/money/format';
import { act, page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { bookSourceForm } from './form.server';
import { divideSource } from '~/usecases/sources/divide-source.server';
import { previewDivision } from '~/usecases/sources/preview-division.server';
import { carriedSource, stepOf, toDivide } from '../shared/view.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'money.pledge', write: 'money.pledge' } };

export const loader = page('money.pledge', async (visit) => {
  const source = carriedSource(visit);
  const step = stepOf[source.by];
  if (step && source.shares.length === 0) throw redirect(`${step}${visit.url.search}`, 303);
  const one = source.areaId !== null;
  const heading = visit.t(one ? 'source.preview.titleOne' : 'source.preview.title');
  return {
    title: heading,
    heading,
    one,
    typed: Object.fromEntries(visit.url.searchParams),
    change: `${step ?? paths.sources.list}${visit.url.search}`,
    source,
    division: await previewDivision(visit.context, source),
  };
});

export const action = act('money.pledge', bookSourceForm, async (visit, typed) => {
  const { key, ...form } = await typed();
  const source = toDivide(form);
  await divideSource(visit.context, key, source);
  return redirect(`${paths.sources.list}?jaar=${source.year}`, 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function Divide() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { heading, one, source, division } = useLoaderData<typeof loader>();
  const { parts, skipped } = division;
  const area = one ? { name: parts[0]?.name ?? '' } : null;
  const total = formatEuros(source.totalCents, locale, 'full');
  return (
    <div className="wk-page">
      <Breadcrumb
        items={[{ href: paths.sources.list, label: t('source.list.title', { year: source.year }) }]}
        current={heading}
      />
      <div className="wk-stack">
        <Heading level={1}>{heading}</Heading>
        <p className="wk-intro">
          {t('source.preview.intro', { total, name: source.name, year: source.year })}
        </p>
      </div>
      <SourceTermsFacts terms={{ ...source, area }} />
      <div className="wk-stack">
        {area ? (
          <p>{t('source.preview.one', { wijk: area.name })}</p>
        ) : (
          <>
            <DivisionKeyFacts division={{ ...source, dividedOn: null }} />
            <DivisionTable by={source.by} year={source.year} parts={parts} />
          </>
        )}
        {skipped.length > 0 ? <p>{t('source.preview.skipped', { wijken: skipped.join(', ') })}</p> : null}
      </div>
      <BookForm />
    </div>
  );
}

function BookForm() {
  const { t } = useTranslation();
  const { typed, change, one } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const [form] = useForm({ lastResult: reply?.result });
  const problems = Object.values(form.allErrors).flat();
  return (
    <Form {...getFormProps(form)} className="wk-stack--wide">
      {problems.length > 0 ? (
        <Alert tone="bad" role="alert">
          <p>{problems.join(' ')}</p>
        </Alert>
      ) : null}
      {Object.entries(typed).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <ButtonGroup>
        <Button>{t(one ? 'source.preview.bookOne' : 'source.preview.book')}</Button>
        <ButtonLink look="secondary" href={change}>
          {t('source.preview.change')}
        </ButtonLink>
      </ButtonGroup>
    </Form>
  );
}
