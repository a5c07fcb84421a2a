import { redirect } from '@remix-run/node';
import { useActionData, type MetaFunction } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '~/ui/page-head';
import { TextField } from '~/ui/field';
import { Link } from '~/ui/link';
import { beginAttempt } from '~/http/attempt.server';
import { localPath } from '~/http/local-path.server';
import { useBack, Unsent } from '~/routes/people/shared/unsent';
import { passwordForm } from './form.server';
import { forgiveTries, limitTries } from '~/http/rate-limit.server';
import { act, page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { checkPassword } from '~/usecases/people/check-password.server';
import { ShortForm } from '~/ui/form';
import { paths } from '~/paths';

export const handle = { access: { read: 'session.manage', write: 'session.manage' } };

export const loader = page('session.manage', ({ t }) => Promise.resolve({ title: t('people.desk.title') }));

export const action = act('session.manage', passwordForm, async (visit, typed) => {
  const { email, password } = await typed();
  await limitTries(visit, 'password', email);
  const attemptId = await checkPassword(visit.context, email, password);
  await forgiveTries(visit, ['password'], email);
  const back = localPath(visit.url.searchParams.get('terug'), paths.people.me);
  await beginAttempt(visit, { attemptIds: [attemptId], kind: 'password', email, back });
  return redirect(paths.people.deskCode, 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function DeskSignIn() {
  const { t } = useTranslation();
  const reply = useActionData<typeof action>();
  const resident = useBack(paths.people.signIn);
  return (
    <div className="wk-page wk-page--narrow">
      <PageHead title={t('people.desk.title')}>{t('people.desk.intro')}</PageHead>
      <Unsent />
      <ShortForm result={reply?.result} submit={t('people.desk.submit')}>
        {(field) => (
          <>
            <TextField {...field('email', t('people.desk.email'))} type="email" autoComplete="username" />
            <TextField
              {...field('password', t('people.desk.password'))}
              type="password"
              autoComplete="current-password"
            />
          </>
        )}
      </ShortForm>
      <div className="wk-stack">
        <p>
          <Link href={paths.people.reset}>{t('people.desk.forgot')}</Link>
        </p>
        <p>
          {t('people.desk.resident')} <Link href={resident}>{t('people.desk.residentLink')}</Link>.
        </p>
      </div>
    </div>
  );
}
