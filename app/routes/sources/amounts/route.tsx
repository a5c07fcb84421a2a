import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { wijkenOn } from '#db/reads/area/area';
import { Breadcrumb } from '~/ui/breadcrumb';
import { Button, ButtonGroup, ButtonLink } from '~/ui/button';
import { MoneyField } from '~/ui/field';
import { Form } from '~/ui/form';
import { errorAt, errorsIn, typedList } from '~/ui/form-errors';
import { useLocale } from '~/ui/locale';
import { PageHead } from '~/ui/page-head';
import { DomainError } from '~/domain/errors';
import { amountIn, asWeight } from '~/domain/ledger/division';
import { euroInput, formatEuros } from '~/domain/money/format';
import { act, page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { previewDivision } from '~/usecases/sources/preview-division.server';
import { amountsForm } from './form.server';
import { carriedSource, queryOf } from '../shared/view.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'money.pledge', write: 'money.pledge' } };

export const loader = page('money.pledge', async (visit) => {
  const { db, today } = visit.context;
  const source = carriedSource(visit, 'amounts');
  const given = new Map(source.shares.map(({ slug, weight }) => [slug, euroInput(amountIn(weight))]));
  const wijken = await wijkenOn(db, today);
  return {
    title: visit.t('source.amounts.title'),
    source: { name: source.name, year: source.year, totalCents: source.totalCents },
    query: visit.url.searchParams.toString(),
    wijken: wijken.map(({ slug, name }) => ({ slug, name, typed: given.get(slug) ?? '' })),
  };
});

export const action = act('money.pledge', amountsForm, async (visit, typed) => {
  const { wijk, cents } = await typed();
  if (wijk.length !== cents.length) throw new DomainError('formInvalid');
  const shares = wijk.map((slug, index) => ({ slug, weight: asWeight(cents[index] ?? 0n) }));
  const source = { ...carriedSource(visit, 'amounts'), shares };
  await previewDivision(visit.context, source);
  return redirect(`${paths.sources.divide}?${queryOf(source)}`, 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

/** What each wijk gets of a source, where somebody gives the amounts by hand. */
export default function Amounts() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { title, source, query, wijken } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  const typed = typedList(result, 'cents');
  const nameAt = (field: string) => wijken[Number(/\[(\d+)\]/.exec(field)?.[1])]?.name;
  return (
    <div className="wk-page wk-page--narrow">
      <Breadcrumb
        items={[{ href: paths.sources.list, label: t('source.list.title', { year: source.year }) }]}
        current={title}
      />
      <PageHead title={title}>
        {t('source.amounts.intro', { ...source, total: formatEuros(source.totalCents, locale) })}
      </PageHead>
      <Form noValidate errors={errorsIn(result, nameAt)} className="wk-stack--wide">
        {wijken.map(({ slug, name, typed: before }, index) => (
          <div key={slug}>
            <input type="hidden" name="wijk" value={slug} />
            <MoneyField
              name="cents"
              id={`cents[${index}]`}
              label={name}
              error={errorAt(result, `cents[${index}]`)}
              defaultValue={typed?.[index] ?? before}
              optionalMark={false}
            />
          </div>
        ))}
        <ButtonGroup>
          <Button>{t('source.form.submit')}</Button>
          <ButtonLink look="secondary" href={`${paths.sources.list}?${query}`}>
            {t('source.preview.change')}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </div>
  );
}
