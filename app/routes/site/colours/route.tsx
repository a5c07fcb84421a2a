import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { GemeenteCrumb } from '~/routes/site/shared/gemeente-crumb';
import { ColoursForm } from './colours-form';
import { coloursForm } from './form.server';
import { Preview } from './preview';
import { coloursView } from './view.server';
import { Alert } from '~/ui/alert';
import { PageHead } from '~/ui/page-head';
import { assertReadable, themeKey } from '~/domain/site/theme';
import { act, page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { setTheme } from '~/usecases/site/set-theme.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'gemeente.manage', write: 'gemeente.manage' } };

export const loader = page('gemeente.manage', async (visit) => ({
  title: visit.t('gemeente.colours.title'),
  ...(await coloursView(visit)),
}));

export const action = act('gemeente.manage', coloursForm, async (visit, typed) => {
  const { wish, ...theme } = await typed();
  if (wish === 'use') {
    await setTheme(visit.context, theme);
    return redirect(`${paths.site.colours}?gedaan`, 303);
  }
  assertReadable(theme);
  return redirect(`${paths.site.colours}?bekijk=${themeKey(theme)}#voorbeeld`, 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function Colours() {
  const { t } = useTranslation();
  const { theme, look, isAsked, isSaved } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <div className="wk-page wk-page--narrow">
      <GemeenteCrumb current={t('gemeente.colours.title')} />
      <PageHead title={t('gemeente.colours.title')}>{t('gemeente.colours.intro')}</PageHead>
      {isSaved && !reply ? (
        <Alert tone="good" role="status">
          <p>{t('gemeente.colours.saved')}</p>
        </Alert>
      ) : null}
      <ColoursForm theme={theme} result={reply?.result} />
      <Preview look={look} isAsked={isAsked} />
    </div>
  );
}
