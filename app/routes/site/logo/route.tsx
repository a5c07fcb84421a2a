import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { GemeenteCrumb } from '~/routes/site/shared/gemeente-crumb';
import { Current } from './current';
import { logoForm } from './form.server';
import { LogoUpload } from './upload';
import { Alert } from '~/ui/alert';
import { PageHead } from '~/ui/page-head';
import { DomainError } from '~/domain/errors';
import { mostLogoBytes } from '~/domain/site/settings';
import { readFormFile } from '~/http/form-file.server';
import { logoHref, settingsOf } from '~/http/settings.server';
import { act, page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { setLogo } from '~/usecases/site/set-logo.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'gemeente.manage', write: 'gemeente.manage' } };

const done = ['saved', 'removed'] as const;

export const loader = page('gemeente.manage', async ({ t, site, url }) => ({
  title: t('gemeente.logo.title'),
  logo: logoHref(await settingsOf(site)),
  done: done.find((each) => each === url.searchParams.get('gedaan')) ?? null,
}));

export const action = act('gemeente.manage', logoForm, async (visit) => {
  const bytes = await readFormFile(visit, mostLogoBytes).catch(asLogo);
  await setLogo(visit.context, bytes);
  return redirect(`${paths.site.logo}?gedaan=saved`, 303);
});

/** A logo has a measure of its own. */
function asLogo(error: unknown): never {
  const isLarge = error instanceof DomainError && error.code === 'fileTooLarge';
  throw isLarge ? new DomainError('logoTooLarge', { field: 'file' }) : error;
}

export const meta: MetaFunction<typeof loader> = metaOf;

export default function Logo() {
  const { t } = useTranslation();
  const { logo, done } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <div className="wk-page wk-page--narrow">
      <GemeenteCrumb current={t('gemeente.logo.title')} />
      <PageHead title={t('gemeente.logo.title')}>{t('gemeente.logo.intro')}</PageHead>
      {done && !reply ? (
        <Alert tone="good" role="status">
          <p>{t(`gemeente.logo.${done}`)}</p>
        </Alert>
      ) : null}
      <Current logo={logo} />
      <LogoUpload result={reply?.result} />
    </div>
  );
}
