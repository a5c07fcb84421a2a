import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { wijkenOn } from '#db/reads/area/area';
import { Breadcrumb } from '~/ui/breadcrumb';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { FileField, TextArea } from '~/ui/field';
import { Form } from '~/ui/form';
import { errorAt, errorsIn, typedAt } from '~/ui/form-errors';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { PageHead } from '~/ui/page-head';
import { maxWeightsBytes, weightText } from '~/domain/ledger/division';
import { act, page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { previewDivision } from '~/usecases/sources/preview-division.server';
import { weightsForms } from './form.server';
import { sharesIn } from './view.server';
import { carriedSource, queryOf } from '../shared/view.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'money.pledge', write: 'money.pledge' } };

export const loader = page('money.pledge', async (visit) => {
  const { db, today } = visit.context;
  const { name, year, shares, weightsFrom } = carriedSource(visit, 'weights');
  const before = shares.map(({ slug, weight }) => `${slug};${weightText(weight)}`);
  return {
    title: visit.t('source.weights.title'),
    source: { name, year, from: weightsFrom ?? '' },
    query: visit.url.searchParams.toString(),
    lines: before.length > 0 ? ['wijk;gewicht', ...before].join('\n') : '',
    wijken: (await wijkenOn(db, today)).map((wijk) => wijk.name),
    most: maxWeightsBytes / 1024 ** 2,
  };
});

export const action = act('money.pledge', weightsForms, async (visit, typed) => {
  const source = { ...carriedSource(visit, 'weights'), shares: await sharesIn(visit, () => typed('lines')) };
  await previewDivision(visit.context, source);
  return redirect(`${paths.sources.divide}?${queryOf(source)}`, 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

/** What each wijk weighs in a division, out of a file or pasted. */
export default function Weights() {
  const { t } = useTranslation();
  const { title, source, query, wijken } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  const labels: Record<string, string> = { file: t('source.weights.file'), lines: t('source.weights.lines') };
  return (
    <div className="wk-page wk-page--narrow">
      <Breadcrumb
        items={[{ href: paths.sources.list, label: t('source.list.title', { year: source.year }) }]}
        current={title}
      />
      <ErrorSummary errors={errorsIn(result, (name) => labels[name])} />
      <PageHead title={title}>{t('source.weights.intro', source)}</PageHead>
      <p>{t('source.weights.how')}</p>
      <pre className="wk-scroll">{`wijk;gewicht\n${wijken[0] ?? ''};12,5\n${wijken[1] ?? ''};40`}</pre>
      <FileForm />
      <LinesForm />
      <p>
        <Link href={`${paths.sources.list}?${query}`}>{t('source.preview.change')}</Link>
      </p>
    </div>
  );
}

function FileForm() {
  const { t } = useTranslation();
  const { most } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  return (
    <section className="wk-stack">
      <Heading level={2}>{t('source.weights.byFile')}</Heading>
      <Form reloadDocument encType="multipart/form-data" noValidate className="wk-stack--wide">
        <FileField
          name="file"
          label={t('source.weights.file')}
          help={t('source.weights.fileHelp', { most })}
          error={errorAt(result, 'file')}
          accept=".csv,.txt,text/csv,text/plain"
          required
        />
        <div>
          <Button>{t('source.weights.submitFile')}</Button>
        </div>
      </Form>
    </section>
  );
}

function LinesForm() {
  const { t } = useTranslation();
  const { lines } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  return (
    <section className="wk-stack">
      <Heading level={2}>{t('source.weights.byHand')}</Heading>
      <Form noValidate className="wk-stack--wide">
        <TextArea
          name="lines"
          label={t('source.weights.lines')}
          help={t('source.weights.linesHelp')}
          error={errorAt(result, 'lines')}
          defaultValue={typedAt(result, 'lines') ?? lines}
          rows={10}
          required
        />
        <div>
          <Button>{t('source.weights.submitLines')}</Button>
        </div>
      </Form>
    </section>
  );
}
