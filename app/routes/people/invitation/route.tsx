import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData, type MetaFunction } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '~/ui/page-head';
import { FactorCode } from './factor-code';
import { ButtonLink } from '~/ui/button';
import { TextField } from '~/ui/field';
import { Heading } from '~/ui/heading';
import { rememberDevice } from '~/http/device.server';
import { invitationForm } from './form.server';
import { qrPath } from '../shared/qr.server';
import { limitTries } from '~/http/rate-limit.server';
import { act, page } from '~/http/route.server';
import { actorById } from '#db/reads/people/person';
import { mayEver } from '~/domain/access/policy';
import { vaultOf } from '~/http/seal.server';
import { startSession } from '~/http/session.server';
import { metaOf } from '~/http/page-meta';
import { acceptInvitation } from '~/usecases/people/accept-invitation.server';
import { openInvitation } from '~/usecases/people/open-invitation.server';
import { ShortForm } from '~/ui/form';
import { paths } from '~/paths';

export const handle = { access: { read: 'session.manage', write: 'session.manage' } };

export const loader = page('session.manage', async (visit) => {
  const { t, context, site, params } = visit;
  const found = await openInvitation(context, vaultOf(site.secret), params.token ?? '');
  if (!found) {
    const title = t('people.invitation.dead.title');
    return data({ title, invitation: null }, { status: 404 });
  }
  const { email, name, factor } = found;
  const shown = factor && { secret: factor.secret, ...qrPath(factor.uri) };
  const title = t('people.invitation.title');
  return data({ title, invitation: { email, name: name ?? '', factor: shown } });
});

export const action = act('session.manage', invitationForm, async (visit, typed) => {
  const { context, site, params } = visit;
  const { password, code } = await typed();
  const vault = vaultOf(site.secret);
  const token = params.token ?? '';
  const opened = await openInvitation(context, vault, token);
  await limitTries(visit, 'secondFactor', opened?.email ?? token.slice(0, 36));
  const { personId, email } = await acceptInvitation(context, vault, { token, password, code });
  await rememberDevice(visit, email, 'strong');
  await startSession(visit, personId, 'strong');
  const actor = await actorById(context.db, personId, 'strong', context.today);
  const manages = actor !== null && mayEver(actor, 'admin.read').allow;
  return redirect(manages ? paths.site.setUp : paths.people.me, 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function Invitation() {
  const { t } = useTranslation();
  const { invitation } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  if (!invitation) return <DeadLink />;
  const { factor } = invitation;
  return (
    <div className="wk-page wk-page--narrow">
      <PageHead title={t('people.invitation.title')}>{t('people.invitation.hello', invitation)}</PageHead>
      <ShortForm result={reply?.result} submit={t('people.invitation.submit')}>
        {(field) => (
          <>
            <Heading level={2}>{t('people.invitation.passwordTitle')}</Heading>
            <TextField
              {...field('password', t('people.invitation.password'))}
              help={t('people.invitation.passwordHelp')}
              type="password"
              autoComplete="new-password"
            />
            <Heading level={2}>{t('people.invitation.factorTitle')}</Heading>
            {factor ? <FactorCode {...factor} /> : <p>{t('people.invitation.keepFactor')}</p>}
            <TextField
              {...field('code', t('people.invitation.code'))}
              help={t('people.invitation.codeHelp')}
              width="short"
              inputMode="numeric"
              autoComplete="one-time-code"
            />
          </>
        )}
      </ShortForm>
    </div>
  );
}

function DeadLink() {
  const { t } = useTranslation();
  return (
    <div className="wk-page wk-page--narrow">
      <Heading level={1}>{t('people.invitation.dead.title')}</Heading>
      <p>{t('people.invitation.dead.help')}</p>
      <p>
        <ButtonLink href={paths.people.reset}>{t('people.invitation.dead.again')}</ButtonLink>
      </p>
    </div>
  );
}
