import { redirect } from '@remix-run/node';
import { useActionData, type MetaFunction } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '~/ui/page-head';
import { TextField } from '~/ui/field';
import { Link } from '~/ui/link';
import { beginAttempt, withEarlier } from '~/http/attempt.server';
import { localPath } from '~/http/local-path.server';
import { useBack, Unsent } from '~/routes/people/shared/unsent';
import { addressForm } from '~/routes/people/shared/forms.server';
import { codeLetter } from '~/letters/sign-in';
import { lettersGone } from '~/http/rate-limit.server';
import { act, page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { requestCode, shareCode } from '~/usecases/people/request-code.server';
import { ShortForm } from '~/ui/form';
import { paths } from '~/paths';

export const handle = { access: { read: 'session.manage', write: 'session.manage' } };

export const loader = page('session.manage', ({ t }) =>
  Promise.resolve({
    title: t('people.signIn.title'),
    description: t('people.signIn.description'),
  }),
);

export const action = act('session.manage', addressForm, async (visit, typed) => {
  const { email } = await typed();
  const gone = await lettersGone(visit, email);
  const attemptId = gone
    ? await shareCode(visit.context, email, gone)
    : await requestCode(visit.context, email, (code) => codeLetter(code, visit.locale));
  const back = localPath(visit.url.searchParams.get('terug'), paths.people.me);
  await beginAttempt(visit, {
    attemptIds: await withEarlier(visit, email, attemptId),
    kind: 'code',
    email,
    back,
  });
  return redirect(paths.people.signInCode, 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function SignIn() {
  const { t } = useTranslation();
  const reply = useActionData<typeof action>();
  const desk = useBack(paths.people.deskSignIn);
  return (
    <div className="wk-page wk-page--narrow">
      <PageHead title={t('people.signIn.title')}>{t('people.signIn.intro')}</PageHead>
      <Unsent />
      <ShortForm result={reply?.result} submit={t('people.signIn.submit')}>
        {(field) => (
          <TextField
            {...field('email', t('people.signIn.email'))}
            help={t('people.signIn.firstTime')}
            type="email"
            autoComplete="email"
          />
        )}
      </ShortForm>
      <p>
        {t('people.signIn.desk')} <Link href={desk}>{t('people.signIn.deskLink')}</Link>.
      </p>
    </div>
  );
}
