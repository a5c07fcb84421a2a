import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { wijkenOn } from '#db/reads/area/area';
import { SourceTermsFacts } from '~/routes/sources/shared/terms';
import { Breadcrumb } from '~/ui/breadcrumb';
import { MoneyField, SelectField } from '~/ui/field';
import { Heading } from '~/ui/heading';
import { act, page } from '~/http/route.server';
import { extraPledgeForm } from './form.server';
import { ShortForm } from '~/ui/form';
import { pledgeSource } from '~/usecases/sources/pledge-source.server';
import { askedSource } from '../shared/view.server';
import { atAmount } from '../shared/view.server';
import { metaOf } from '~/http/page-meta';
import { paths } from '~/paths';

export const handle = { access: { read: 'money.pledge', write: 'money.pledge' } };

export const loader = page('money.pledge', async (visit) => {
  const { db, today } = visit.context;
  const source = await askedSource(visit);
  const wijken = await wijkenOn(db, today);
  return {
    title: visit.t('source.extra.title'),
    source,
    wijken: wijken.filter(({ id }) => !source.area || source.area.id === id),
  };
});

export const action = act('money.pledge', extraPledgeForm, async (visit, typed) => {
  const { id, code } = await askedSource(visit);
  const promise = await typed();
  await pledgeSource(visit.context, { sourceId: id, ...promise }).catch(atAmount);
  return redirect(paths.sources.show(code), 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function ExtraPledge() {
  const { t } = useTranslation();
  const { source, wijken } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { year, name } = source;
  return (
    <div className="wk-page wk-page--narrow">
      <Breadcrumb
        items={[
          { href: `${paths.sources.list}?jaar=${year}`, label: t('source.list.title', { year }) },
          { href: paths.sources.show(source.code), label: name },
        ]}
        current={t('source.extra.title')}
      />
      <div className="wk-stack">
        <Heading level={1}>{t('source.extra.title')}</Heading>
        <p className="wk-intro">{t('source.extra.intro', { name })}</p>
      </div>
      <SourceTermsFacts terms={source} />
      <ShortForm result={reply?.result} submit={t('source.extra.submit')}>
        {(field) => (
          <>
            <SelectField
              {...field('areaId', t('source.extra.wijk'))}
              options={wijken.map((wijk) => ({ value: wijk.id, label: wijk.name }))}
            />
            <MoneyField {...field('cents', t('source.extra.cents'))} />
          </>
        )}
      </ShortForm>
    </div>
  );
}
