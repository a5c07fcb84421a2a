import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { AreaTrail } from '~/routes/area/shared/area-trail';
import { wijkIn } from '~/routes/area/shared/managed.server';
import { EndedWijk, WijkChanges } from './changes';
import { TextField } from '~/ui/field';
import { ShortForm } from '~/ui/form';
import { PageHead } from '~/ui/page-head';
import { act, page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { renameArea } from '~/usecases/area/rename-area.server';
import { renameForm } from './form.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'area.manage', write: 'area.manage' } };

export const loader = page('area.manage', async (visit) => {
  const wijk = await wijkIn(visit);
  return { title: wijk.name, wijk };
});

export const action = act('area.manage', renameForm, async (visit, typed) => {
  const { id: areaId } = await wijkIn(visit);
  await renameArea(visit.context, { areaId, ...(await typed()) });
  return redirect(`${paths.area.manage}?gedaan`, 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function RenameArea() {
  const { t } = useTranslation();
  const { wijk } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <div className="wk-page wk-page--narrow">
      <AreaTrail current={wijk.name} />
      <PageHead title={wijk.name}>
        {wijk.isDrawn
          ? t('area.rename.drawn')
          : t('area.rename.intro', { codes: wijk.codes.join(', ') || t('area.manage.unknown') })}
      </PageHead>
      {wijk.validTo === null ? null : <EndedWijk wijk={wijk} />}
      <ShortForm
        result={reply?.result}
        submit={t('area.rename.submit')}
        defaultValue={{ name: wijk.name, slug: wijk.slug }}
      >
        {(field) => (
          <>
            <TextField {...field('name', t('area.rename.name'))} />
            <TextField
              {...field('slug', t('area.rename.slug'))}
              help={t('area.rename.slugHelp', { path: paths.area.wijk(wijk.slug) })}
              autoCapitalize="none"
              spellCheck={false}
            />
          </>
        )}
      </ShortForm>
      {wijk.validTo === null ? <WijkChanges id={wijk.id} /> : null}
    </div>
  );
}
