import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { rulesOn } from '#db/reads/council/administration';
import { giveSeatForm } from './form.server';
import { memberFields } from './member-fields';
import { AdminCrumb } from '~/routes/council/shared/admin-crumb';
import { managed, seatIn } from '~/routes/council/shared/admin-view.server';
import { ShortForm } from '~/ui/form';
import { PageHead } from '~/ui/page-head';
import { act, page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { giveMembership } from '~/usecases/council/give-membership.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'council.manage', write: 'council.manage' } };

export const loader = page('council.manage', async (visit) => {
  const { db, today } = visit.context;
  const council = await managed(visit);
  const { type, voting, validFrom } = await seatIn(visit, council);
  const rules = await rulesOn(db, council.id, today);
  return {
    ...{ title: visit.t('council.admin.giveSeat.title'), council, kind: type, voting },
    from: validFrom > today ? validFrom : today,
    termYears: rules?.termYears ?? null,
  };
});

export const action = act('council.manage', giveSeatForm, async (visit, typed) => {
  const council = await managed(visit);
  const { id: seatId } = await seatIn(visit, council);
  await giveMembership(visit.context, { seatId, ...(await typed()) });
  return redirect(paths.council.admin(council.slug), 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function GiveSeat() {
  const { t } = useTranslation();
  const { council, kind, voting, from, termYears } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <div className="wk-page wk-page--narrow">
      <AdminCrumb council={council} current={t('council.admin.giveSeat.title')} />
      <PageHead title={t('council.admin.giveSeat.title')}>
        {t(`council.admin.giveSeat.${voting ? 'votes' : 'advises'}`, {
          kind: t(`council.desk.seat.${kind}`),
        })}
      </PageHead>
      <ShortForm
        result={reply?.result}
        submit={t('council.admin.giveSeat.submit')}
        defaultValue={{ duty: 'member', from, livesThere: 'unseen' }}
      >
        {(field) => memberFields({ t, field, termYears, forResident: kind === 'resident' })}
      </ShortForm>
    </div>
  );
}
