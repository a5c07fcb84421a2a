import { redirect } from '@remix-run/node';
import { useActionData, type MetaFunction } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '~/ui/page-head';
import { TextField } from '~/ui/field';
import { forgetAttempt, pendingOf } from '~/http/attempt.server';
import { rememberDevice } from '~/http/device.server';
import { secondFactorForm } from './form.server';
import { forgiveTries, limitTries } from '~/http/rate-limit.server';
import { act, page } from '~/http/route.server';
import { vaultOf } from '~/http/seal.server';
import { startSession } from '~/http/session.server';
import { metaOf } from '~/http/page-meta';
import { checkSecondFactor } from '~/usecases/people/check-second-factor.server';
import { ShortForm } from '~/ui/form';
import { paths } from '~/paths';

export const handle = { access: { read: 'session.manage', write: 'session.manage' } };

export const loader = page('session.manage', async (visit) => {
  if (!(await pendingOf(visit, 'password'))) throw redirect(paths.people.deskSignIn, 303);
  return { title: visit.t('people.deskCode.title') };
});

export const action = act('session.manage', secondFactorForm, async (visit, typed) => {
  const pending = await pendingOf(visit, 'password');
  if (!pending) return redirect(paths.people.deskSignIn, 303);
  const { code } = await typed();
  await limitTries(visit, 'secondFactor', pending.email);
  const vault = vaultOf(visit.site.secret);
  const personId = await checkSecondFactor(visit.context, vault, pending.attemptIds[0] ?? '', code);
  await forgiveTries(visit, ['secondFactor'], pending.email);
  await forgetAttempt(visit);
  await rememberDevice(visit, pending.email, 'strong');
  await startSession(visit, personId, 'strong');
  return redirect(pending.back, 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function DeskCode() {
  const { t } = useTranslation();
  const reply = useActionData<typeof action>();
  return (
    <div className="wk-page wk-page--narrow">
      <PageHead title={t('people.deskCode.title')}>{t('people.deskCode.intro')}</PageHead>
      <ShortForm result={reply?.result} submit={t('people.deskCode.submit')}>
        {(field) => (
          <TextField
            {...field('code', t('people.deskCode.label'))}
            help={t('people.deskCode.help')}
            width="short"
            inputMode="numeric"
            autoComplete="one-time-code"
          />
        )}
      </ShortForm>
      <p>{t('people.deskCode.lost')}</p>
    </div>
  );
}
