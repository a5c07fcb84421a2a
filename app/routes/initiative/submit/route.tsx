import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ShowHomeFirst } from '~/routes/initiative/shared/show-home-first';
import { WaitingAlong } from '~/routes/initiative/shared/waiting-along';
import { InitiativeStatus } from '~/routes/initiative/shared/status';
import { SupportCounts } from '~/routes/initiative/shared/support-counts';
import { Breadcrumb } from '~/ui/breadcrumb';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { Heading } from '~/ui/heading';
import { assertMay } from '~/domain/access/policy';
import { noFields } from '~/http/fields.server';
import { act, page } from '~/http/route.server';
import { submitInitiative } from '~/usecases/initiative/submit-initiative.server';
import { errorsIn } from '~/ui/form-errors';
import { Form } from '~/ui/form';
import { askedAlong, mustShowHome, rulesFor, standingOf, visibleInitiative } from '../shared/view.server';
import { numberIn } from '~/http/address.server';
import { metaOf } from '~/http/page-meta';
import { paths } from '~/paths';

export const handle = { access: { read: 'initiative.submit', write: 'initiative.submit' } };

export const loader = page('initiative.submit', async (visit) => {
  const seen = await visibleInitiative(visit);
  const { record, applicantIds } = seen;
  assertMay(visit.context.actor, 'initiative.readOwn', { applicantIds });
  const version = await rulesFor(visit, record);
  return {
    ...(await standingOf(visit, seen)),
    asked: await askedAlong(visit, record),
    unproven: await mustShowHome(visit, seen),
    number: record.number,
    name: record.title,
    weeks: version?.decisionWeeks ?? 0,
    title: visit.t('initiative.submit.title'),
  };
});

export const action = act('initiative.submit', noFields, async (visit) => {
  const number = numberIn(visit);
  await submitInitiative(visit.context, number);
  return redirect(paths.initiative.show(number), 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function SubmitPage() {
  const { number, name, weeks, standing, counts, needed, asked, unproven } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  const { t } = useTranslation();
  const errors = errorsIn(result).map(({ message }) => ({ message }));
  return (
    <div className="wk-page wk-page--narrow">
      <Breadcrumb
        items={[
          { href: paths.initiative.list, label: t('initiative.list.title') },
          { href: paths.initiative.show(number), label: name },
        ]}
        current={t('initiative.submit.title')}
      />
      <ErrorSummary errors={errors} />
      <Heading level={1}>{t('initiative.submit.title')}</Heading>
      <p>{t('initiative.submit.intro', { title: name, weeks })}</p>
      {standing.state === 'gathering' ? (
        <>
          <SupportCounts counts={counts} needed={needed} />
          <WaitingAlong people={asked} submits />
          {unproven ? (
            <ShowHomeFirst />
          ) : (
            <Form reloadDocument>
              <Button>{t('initiative.owner.submit')}</Button>
            </Form>
          )}
        </>
      ) : (
        <InitiativeStatus standing={standing} />
      )}
    </div>
  );
}
