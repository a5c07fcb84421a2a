import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { stanceOf } from '#db/reads/initiative/initiative';
import { SupportCounts } from '~/routes/initiative/shared/support-counts';
import { SupportForm } from '~/routes/initiative/shared/support-form';
import { Breadcrumb } from '~/ui/breadcrumb';
import { ErrorSummary } from '~/ui/error-summary';
import { Heading } from '~/ui/heading';
import { supportForm } from './form.server';
import { act, page } from '~/http/route.server';
import { giveSupport } from '~/usecases/initiative/give-support.server';
import { errorAt, errorsIn } from '~/ui/form-errors';
import { standingOf, standpointOf, visibleInitiative } from '../shared/view.server';
import { numberIn } from '~/http/address.server';
import { metaOf } from '~/http/page-meta';
import { paths } from '~/paths';

export const handle = { access: { read: 'support.give', write: 'support.give' } };

export const loader = page('support.give', async (visit) => {
  const seen = await visibleInitiative(visit);
  const { record } = seen;
  const { db, actor } = visit.context;
  const { counts, needed } = await standingOf(visit, seen);
  return {
    ...{ counts, needed, number: record.number, name: record.title, area: record.area.name },
    standpoint: await standpointOf(visit, seen),
    stance: actor.personId ? await stanceOf(db, record.id, actor.personId) : null,
    title: visit.t('initiative.support.pageTitle'),
  };
});

export const action = act('support.give', supportForm, async (visit, typed) => {
  const number = numberIn(visit);
  const { stance } = await typed();
  await giveSupport(visit.context, number, stance);
  return redirect(`${paths.initiative.show(number)}#steun`, 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function SupportPage() {
  const { number, name, ...data } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  const { t } = useTranslation();
  return (
    <div className="wk-page wk-page--narrow">
      <Breadcrumb
        items={[
          { href: paths.initiative.list, label: t('initiative.list.title') },
          { href: paths.initiative.show(number), label: name },
        ]}
        current={t('initiative.support.pageTitle')}
      />
      <ErrorSummary errors={errorsIn(result, () => t('initiative.support.question'))} />
      <Heading level={1}>{t('initiative.support.pageTitle')}</Heading>
      <SupportCounts counts={data.counts} needed={data.needed} />
      <SupportForm number={number} {...data} error={errorAt(result, 'stance')} />
    </div>
  );
}
