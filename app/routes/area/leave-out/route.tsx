import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { usesOfArea } from '#db/reads/area/manage';
import { Agree } from '~/routes/area/shared/agree';
import { AreaTrail } from '~/routes/area/shared/area-trail';
import { wijkIn } from '~/routes/area/shared/managed.server';
import { WijkUses } from '~/routes/area/shared/uses';
import { Alert } from '~/ui/alert';
import { PageHead } from '~/ui/page-head';
import { mayBeLeftOut } from '~/domain/area/leave-out';
import { noFields } from '~/http/fields.server';
import { act, page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { leaveOutArea } from '~/usecases/area/leave-out-area.server';
import { takeBackArea } from '~/usecases/area/take-back-area.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'area.manage', write: 'area.manage' } };

export const loader = page('area.manage', async (visit) => {
  const wijk = await wijkIn(visit);
  if (wijk.joined) throw redirect(paths.area.rename(wijk.id), 303);
  const isLeftOut = wijk.validTo !== null;
  const title = visit.t(isLeftOut ? 'area.takeBack.title' : 'area.leaveOut.title', { wijk: wijk.name });
  return { title, wijk, isLeftOut, uses: await usesOfArea(visit.context.db, wijk.id) };
});

export const action = act('area.manage', noFields, async (visit) => {
  const { id, validTo } = await wijkIn(visit);
  await (validTo === null ? leaveOutArea : takeBackArea)(visit.context, id);
  return redirect(`${paths.area.manage}?gedaan`, 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function LeaveOut() {
  const { t } = useTranslation();
  const { title, wijk, isLeftOut, uses } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  const back = { href: paths.area.rename(wijk.id), label: t('area.leaveOut.cancel') };
  const act = isLeftOut ? 'takeBack' : 'leaveOut';
  return (
    <div className="wk-page wk-page--narrow">
      <AreaTrail wijk={wijk} current={t(`area.${act}.crumb`)} />
      <PageHead title={title}>{t(`area.${act}.intro`)}</PageHead>
      {isLeftOut ? null : <WijkUses uses={uses} />}
      {isLeftOut || mayBeLeftOut(uses) ? (
        <Agree result={result} submit={t(`area.${act}.submit`)} back={back} />
      ) : (
        <Alert>
          <p>{t('area.leaveOut.inUse')}</p>
        </Alert>
      )}
    </div>
  );
}
