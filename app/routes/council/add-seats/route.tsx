import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { rulesOn } from '#db/reads/council/administration';
import { seatsForm } from './form.server';
import { AdminCrumb } from '~/routes/council/shared/admin-crumb';
import { managed } from '~/routes/council/shared/admin-view.server';
import { RadioGroup } from '~/ui/choice-field';
import { DateField, TextField } from '~/ui/field';
import { ShortForm } from '~/ui/form';
import { PageHead } from '~/ui/page-head';
import { seatKinds } from '~/domain/council/composition';
import { act, page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { addSeats } from '~/usecases/council/add-seats.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'council.manage', write: 'council.manage' } };

export const loader = page('council.manage', async (visit) => {
  const { db, today } = visit.context;
  const council = await managed(visit);
  return {
    ...{ title: visit.t('council.admin.addSeats.title'), council, today },
    votingKinds: (await rulesOn(db, council.id, today))?.votingKinds ?? seatKinds,
  };
});

export const action = act('council.manage', seatsForm, async (visit, typed) => {
  const council = await managed(visit);
  await addSeats(visit.context, { bodyId: council.id, ...(await typed()) });
  return redirect(paths.council.admin(council.slug), 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function AddSeats() {
  const { t } = useTranslation();
  const { council, today, votingKinds } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const yesOrNo = (['yes', 'no'] as const).map((value) => ({ value, label: t(`council.admin.${value}`) }));
  return (
    <div className="wk-page wk-page--narrow">
      <AdminCrumb council={council} current={t('council.admin.addSeats.title')} />
      <PageHead title={t('council.admin.addSeats.title')}>{t('council.admin.addSeats.intro')}</PageHead>
      <ShortForm
        result={reply?.result}
        submit={t('council.admin.addSeats.submit')}
        defaultValue={{ kind: 'resident', voting: 'yes', count: '1', from: today }}
      >
        {(field) => (
          <>
            <RadioGroup
              {...field('kind', t('council.admin.addSeats.kind'))}
              options={seatKinds.map((value) => ({
                value,
                label: t(`council.admin.kind.${value}`),
                help: votingKinds.includes(value) ? undefined : t('council.admin.addSeats.noVote'),
              }))}
            />
            <RadioGroup {...field('voting', t('council.admin.addSeats.voting'))} options={yesOrNo} inline />
            <TextField
              {...field('count', t('council.admin.addSeats.count'))}
              inputMode="numeric"
              width="short"
            />
            <DateField {...field('from', t('council.admin.addSeats.from'))} />
          </>
        )}
      </ShortForm>
    </div>
  );
}
