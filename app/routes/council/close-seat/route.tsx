import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { rulesOn } from '#db/reads/council/administration';
import { seatsOf } from '#db/reads/council/body';
import { closeSeatForm } from './form.server';
import { AdminCrumb } from '~/routes/council/shared/admin-crumb';
import { managed, seatIn } from '~/routes/council/shared/admin-view.server';
import { DateField } from '~/ui/field';
import { ShortForm } from '~/ui/form';
import { PageHead } from '~/ui/page-head';
import { act, page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { closeSeat } from '~/usecases/council/close-seat.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'council.manage', write: 'council.manage' } };

export const loader = page('council.manage', async (visit) => {
  const { db, today } = visit.context;
  const council = await managed(visit);
  const seat = await seatIn(visit, council);
  const seats = await seatsOf(db, council.id, today);
  return {
    ...{ title: visit.t('council.admin.closeSeat.title'), council, today, kind: seat.type },
    left: seats.filter(({ seatId, voting }) => voting && seatId !== seat.id).length,
    minSeats: (await rulesOn(db, council.id, today))?.minSeats ?? 0,
  };
});

export const action = act('council.manage', closeSeatForm, async (visit, typed) => {
  const council = await managed(visit);
  const { id: seatId } = await seatIn(visit, council);
  await closeSeat(visit.context, { seatId, ...(await typed()) });
  return redirect(paths.council.admin(council.slug), 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function CloseSeat() {
  const { t } = useTranslation();
  const { council, kind, today, left, minSeats } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <div className="wk-page wk-page--narrow">
      <AdminCrumb council={council} current={t('council.admin.closeSeat.title')} />
      <PageHead title={t('council.admin.closeSeat.title')}>
        {t('council.admin.closeSeat.intro', { kind: t(`council.desk.seat.${kind}`) })}
      </PageHead>
      <ul>
        <li>{t('council.admin.closeSeat.left', { count: left })}</li>
        {left < minSeats ? <li>{t('council.admin.closeSeat.few', { count: minSeats })}</li> : null}
        <li>{t('council.admin.closeSeat.final')}</li>
      </ul>
      <ShortForm
        result={reply?.result}
        submit={t('council.admin.closeSeat.submit')}
        defaultValue={{ lastDay: today }}
      >
        {(field) => <DateField {...field('lastDay', t('council.admin.closeSeat.lastDay'))} />}
      </ShortForm>
    </div>
  );
}
