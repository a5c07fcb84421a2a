import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { AreaTrail } from '~/routes/area/shared/area-trail';
import { wijkIn } from '~/routes/area/shared/managed.server';
import { Choose } from './choose';
import { Look } from './look';
import { Alert } from '~/ui/alert';
import { ErrorSummary } from '~/ui/error-summary';
import { errorAt, errorsIn } from '~/ui/form-errors';
import { PageHead } from '~/ui/page-head';
import { act, page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { splitArea } from '~/usecases/area/split-area.server';
import { splitForm } from './form.server';
import { choicesOf, chosenIn, lookAt } from './view.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'area.manage', write: 'area.manage' } };

export const loader = page('area.manage', async (visit) => {
  const wijk = await wijkIn(visit);
  if (wijk.validTo !== null) throw redirect(paths.area.rename(wijk.id), 303);
  const chosen = chosenIn(visit);
  const looked = chosen ? await lookAt(visit, wijk, chosen) : { preview: null, errors: {} };
  return {
    title: visit.t('area.split.title', { wijk: wijk.name }),
    wijk,
    chosen: chosen ?? { name: '', buurten: [] },
    ...looked,
    ...(await choicesOf(visit, wijk)),
  };
});

export const action = act('area.manage', splitForm, async (visit, typed) => {
  const { id: areaId } = await wijkIn(visit);
  await splitArea(visit.context, { areaId, ...(await typed()) });
  return redirect(`${paths.area.manage}?gedaan`, 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function SplitArea() {
  const { t } = useTranslation();
  const { title, wijk, chosen, preview, errors, buurten, unknown, year } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  const trail = <AreaTrail wijk={wijk} current={t('area.split.crumb')} />;
  if (preview) {
    return (
      <div className="wk-page wk-page--narrow">
        {trail}
        <PageHead title={title} />
        <Look wijk={wijk} preview={preview} buurten={buurten} chosen={chosen} result={result} />
      </div>
    );
  }
  const labels: Record<string, string> = { buurten: t('area.split.buurten'), name: t('area.split.name') };
  const wrong = { error: result?.error ?? errors };
  const isChoice = !wijk.isDrawn && buurten.length > 0;
  return (
    <div className="wk-page wk-page--narrow">
      {trail}
      <PageHead title={title}>{isChoice ? t('area.split.intro', { wijk: wijk.name }) : null}</PageHead>
      <ErrorSummary errors={errorsIn(wrong, (name) => labels[name])} />
      {isChoice ? (
        <Choose
          buurten={buurten}
          unknown={unknown}
          chosen={chosen}
          errors={{ buurten: errorAt(wrong, 'buurten'), name: errorAt(wrong, 'name') }}
        />
      ) : (
        <Alert>
          <p>{wijk.isDrawn ? t('area.split.drawn') : t('area.split.none', { year })}</p>
        </Alert>
      )}
    </div>
  );
}
