import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Found } from './found';
import { readingView } from './view.server';
import { Agree } from '~/routes/area/shared/agree';
import { AreaTrail } from '~/routes/area/shared/area-trail';
import { Alert } from '~/ui/alert';
import { Link } from '~/ui/link';
import { PageHead } from '~/ui/page-head';
import { TaskProgress } from '~/routes/area/shared/task-progress';
import { useFresh } from '~/ui/use-fresh';
import { noFields } from '~/http/fields.server';
import { act, page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { askWijken } from '~/usecases/area/ask-wijken.server';
import { paths } from '~/paths';

export const handle = {
  access: { read: 'area.manage', write: 'area.manage' },
  runs: ({ state }: { state: string }) => state === 'running',
};

const everyMs = 1_000;

export const loader = page('area.manage', async (visit) => {
  const view = await readingView(visit);
  if (view.state === 'read') throw redirect(`${paths.area.manage}?gedaan`, 303);
  return { title: visit.t(view.state === 'running' ? 'area.read.running' : 'area.read.title'), ...view };
});

export const action = act('area.manage', noFields, async ({ context, params }) => {
  await askWijken(context, params.id ?? '');
  return redirect(paths.area.readWijken(params.id ?? ''), 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function ReadWijken() {
  const { t } = useTranslation();
  const { title, state, isAsked, percent, found, year, refusal } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  useFresh(state === 'running', everyMs);
  return (
    <div className="wk-page wk-page--narrow">
      <AreaTrail current={title} />
      <PageHead title={title} />
      {state === 'running' ? (
        <TaskProgress
          doing={t(isAsked ? 'area.read.reading' : 'area.read.looking')}
          figures={t('area.read.progress', { percent })}
          percent={percent}
          announce={(said) => t('area.read.progress', { percent: said })}
        />
      ) : null}
      {state === 'refused' || state === 'lapsed' ? (
        <Alert tone="bad">
          <p>{refusal ?? t('area.read.lapsed')}</p>
          <p>
            <Link href={paths.area.importWijken}>{t('area.read.other')}</Link>
          </p>
        </Alert>
      ) : null}
      {state === 'looked' && found ? (
        <>
          <Found found={found} year={year} />
          <Agree
            result={result}
            submit={t('area.read.submit')}
            back={{ href: paths.area.importWijken, label: t('area.read.other') }}
          />
        </>
      ) : null}
    </div>
  );
}
