import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { managedWijken, usesOfArea } from '#db/reads/area/manage';
import { AreaTrail } from '~/routes/area/shared/area-trail';
import { wijkIn } from '~/routes/area/shared/managed.server';
import { WijkUses } from '~/routes/area/shared/uses';
import { SelectField } from '~/ui/field';
import { ShortForm } from '~/ui/form';
import { PageHead } from '~/ui/page-head';
import { act, page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { joinArea } from '~/usecases/area/join-area.server';
import { joinForm } from './form.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'area.manage', write: 'area.manage' } };

export const loader = page('area.manage', async (visit) => {
  const { db } = visit.context;
  const wijk = await wijkIn(visit);
  if (wijk.validTo !== null) throw redirect(paths.area.rename(wijk.id), 303);
  const others = (await managedWijken(db)).filter(({ id, validTo }) => validTo === null && id !== wijk.id);
  return {
    title: visit.t('area.join.title', { wijk: wijk.name }),
    wijk,
    others: others.map(({ id: value, name: label }) => ({ value, label })),
    uses: await usesOfArea(db, wijk.id),
  };
});

export const action = act('area.manage', joinForm, async (visit, typed) => {
  const { id: areaId } = await wijkIn(visit);
  await joinArea(visit.context, { areaId, ...(await typed()) });
  return redirect(`${paths.area.manage}?gedaan`, 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function JoinArea() {
  const { t } = useTranslation();
  const { title, wijk, others, uses } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <div className="wk-page wk-page--narrow">
      <AreaTrail wijk={wijk} current={t('area.join.crumb')} />
      <PageHead title={title}>{t('area.join.intro', { wijk: wijk.name })}</PageHead>
      <WijkUses uses={uses} />
      <p>{t('area.join.after', { wijk: wijk.name })}</p>
      <ShortForm result={reply?.result} submit={t('area.join.submit')}>
        {(field) => (
          <SelectField
            {...field('into', t('area.join.into'))}
            empty={t('area.join.choose')}
            options={others}
          />
        )}
      </ShortForm>
    </div>
  );
}
