import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData, type MetaFunction } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '~/ui/page-head';
import { TextField } from '~/ui/field';
import { Link } from '~/ui/link';
import { forgetAttempt, pendingOf } from '~/http/attempt.server';
import { rememberDevice } from '~/http/device.server';
import { mailedCodeForm } from './form.server';
import { forgiveTries, limitTries } from '~/http/rate-limit.server';
import { act, page } from '~/http/route.server';
import { startSession } from '~/http/session.server';
import { metaOf } from '~/http/page-meta';
import { redeemCode } from '~/usecases/people/redeem-code.server';
import { ShortForm } from '~/ui/form';
import { paths, withBack } from '~/paths';

export const handle = { access: { read: 'session.manage', write: 'session.manage' } };

export const loader = page('session.manage', async (visit) => {
  const pending = await pendingOf(visit, 'code');
  if (!pending) throw redirect(paths.people.signIn, 303);
  const { email, back } = pending;
  return { title: visit.t('people.code.title'), email, again: andBack(paths.people.signIn, back) };
});

export const action = act('session.manage', mailedCodeForm, async (visit, typed) => {
  const pending = await pendingOf(visit, 'code');
  if (!pending) return redirect(paths.people.signIn, 303);
  const { code } = await typed();
  await limitTries(visit, 'code', pending.email);
  const { personId, complete } = await redeemCode(visit.context, pending.attemptIds, code);
  await forgiveTries(visit, ['letter', 'code'], pending.email);
  await forgetAttempt(visit);
  await rememberDevice(visit, pending.email, 'code');
  await startSession(visit, personId, 'code');
  return redirect(complete ? pending.back : andBack(paths.people.details, pending.back), 303);
});

/** A door that leads to one's own page by itself. */
const andBack = (door: string, back: string) => (back === paths.people.me ? door : withBack(door, back));

export const meta: MetaFunction<typeof loader> = metaOf;

export default function SignInCode() {
  const { t } = useTranslation();
  const { email, again } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <div className="wk-page wk-page--narrow">
      <PageHead title={t('people.code.title')}>{t('people.code.sent', { email })}</PageHead>
      <ShortForm result={reply?.result} submit={t('people.code.submit')}>
        {(field) => (
          <TextField
            {...field('code', t('people.code.label'))}
            help={t('people.code.help')}
            width="short"
            inputMode="numeric"
            autoComplete="one-time-code"
          />
        )}
      </ShortForm>
      <p>
        {t('people.code.nothing')} <Link href={again}>{t('people.code.again')}</Link>.
      </p>
    </div>
  );
}
