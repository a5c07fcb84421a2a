import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData, type MetaFunction } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '~/ui/page-head';
import { Alert } from '~/ui/alert';
import { TextField } from '~/ui/field';
import { Link } from '~/ui/link';
import { addressForm } from '~/routes/people/shared/forms.server';
import { noDeskLetter, resetLetter } from '~/letters/sign-in';
import { limitTries } from '~/http/rate-limit.server';
import { act, page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { requestReset } from '~/usecases/people/request-reset.server';
import { ShortForm } from '~/ui/form';
import { paths } from '~/paths';

export const handle = { access: { read: 'session.manage', write: 'session.manage' } };

export const loader = page('session.manage', ({ t, url }) =>
  Promise.resolve({
    title: t('people.reset.title'),
    sent: url.searchParams.has('verstuurd'),
  }),
);

export const action = act('session.manage', addressForm, async (visit, typed) => {
  const { email } = await typed();
  await limitTries(visit, 'reset', email);
  const origin = visit.site.config.origins[0] ?? '';
  await requestReset(visit.context, email, {
    known: (token) => resetLetter({ origin, token }, visit.locale),
    unknown: () => noDeskLetter({ origin }, visit.locale),
  });
  return redirect(`${paths.people.reset}?verstuurd`, 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function Reset() {
  const { t } = useTranslation();
  const { sent } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <div className="wk-page wk-page--narrow">
      <PageHead title={t('people.reset.title')}>{sent ? null : t('people.reset.intro')}</PageHead>
      {sent ? (
        <Alert tone="good" role="status">
          <p>{t('people.reset.sent')}</p>
          <p>{t('people.reset.nothing')}</p>
        </Alert>
      ) : null}
      <ShortForm result={reply?.result} submit={t('people.reset.submit')}>
        {(field) => (
          <TextField {...field('email', t('people.desk.email'))} type="email" autoComplete="username" />
        )}
      </ShortForm>
      <p>
        <Link href={paths.people.deskSignIn}>{t('people.reset.back')}</Link>
      </p>
    </div>
  );
}
