import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { AskedAlong } from '~/routes/initiative/shared/asked-along';
import { errorsIn } from '~/ui/form-errors';
import { PageHead } from '~/ui/page-head';
import { ErrorSummary } from '~/ui/error-summary';
import { Link } from '~/ui/link';
import { assertMay } from '~/domain/access/policy';
import { takeOffForm } from './form.server';
import { act, page } from '~/http/route.server';
import { removeCoApplicant } from '~/usecases/initiative/remove-co-applicant.server';
import { askedAlong, visibleInitiative } from '../shared/view.server';
import { numberIn } from '~/http/address.server';
import { metaOf } from '~/http/page-meta';
import { paths } from '~/paths';

export const handle = { access: { read: 'initiative.readOwn', write: 'invitation.remove' } };

export const loader = page('initiative.readOwn', async (visit) => {
  const { record, applicantIds } = await visibleInitiative(visit);
  assertMay(visit.context.actor, 'initiative.readOwn', { applicantIds });
  return {
    number: record.number,
    asked: await askedAlong(visit, record),
    title: visit.t('concept.asked.title'),
  };
});

export const action = act('invitation.remove', takeOffForm, async (visit, typed) => {
  const number = numberIn(visit);
  await removeCoApplicant(visit.context, number, await typed());
  const { record } = await visibleInitiative(visit);
  const back = record.published ? paths.initiative.show(number) : paths.initiative.edit(number, 'samen');
  return redirect(back, 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

/** Mostly its form is sent from the plan itself; this page is for who comes back to it, or was refused. */
export default function CoApplicants() {
  const { t } = useTranslation();
  const { number, asked } = useLoaderData<typeof loader>();
  const errors = errorsIn(useActionData<typeof action>()?.result, () => undefined);
  return (
    <div className="wk-page wk-page--narrow">
      <ErrorSummary errors={errors.map(({ message }) => ({ message }))} />
      <PageHead title={t('concept.asked.title')} />
      {asked.length > 0 ? <AskedAlong number={number} people={asked} /> : <p>{t('concept.asked.nobody')}</p>}
      <p>
        <Link href={paths.initiative.show(number)}>{t('concept.asked.back')}</Link>
      </p>
    </div>
  );
}
