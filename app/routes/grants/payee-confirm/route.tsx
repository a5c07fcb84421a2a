import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { applicantsOf } from '#db/reads/initiative/initiative';
import { payeeOf } from '#db/reads/grants/payee';
import { PayeeStoryLines } from '~/ui/payee-story';
import { Account } from '~/ui/waiting-payments';
import { Alert } from '~/ui/alert';
import { Facts } from '~/ui/facts';
import { assertMay } from '~/domain/access/policy';
import { showIban } from '~/domain/money/iban';
import { isUnconfirmed } from '~/domain/money/payee';
import { confirmPayeeForm } from './form.server';
import { act, page } from '~/http/route.server';
import { ShortForm } from '~/ui/form';
import { confirmPayee } from '~/usecases/grants/confirm-payee.server';
import { numberIn } from '~/http/address.server';
import { metaOf } from '~/http/page-meta';
import { GrantFrame } from '../shared/frame';
import { backTo, grantHref, grantOnDesk } from '../shared/view.server';
import { storyOf } from '~/ui/payee-story';

export const handle = { access: { read: 'payee.confirm', write: 'payee.confirm' } };

export const loader = page('payee.confirm', async (visit) => {
  const { actor, db } = visit.context;
  const { number, title, state, initiativeId } = await grantOnDesk(visit);
  const applicantIds = (await applicantsOf(db, initiativeId)).map(({ personId }) => personId);
  assertMay(actor, 'payee.confirm', { state, applicantIds });
  const payee = await payeeOf(db, initiativeId);
  if (!payee || !isUnconfirmed(payee)) throw redirect(grantHref({ number }), 303);
  return {
    title: visit.t('grant.confirm.title'),
    grant: { number, name: title },
    payeeId: payee.id,
    account: { iban: showIban(payee.iban), name: payee.name },
    before: payee.before && showIban(payee.before),
    story: storyOf(payee),
    own: payee.recordedBy === actor.personId,
  };
});

export const action = act('payee.confirm', confirmPayeeForm, async (visit, typed) => {
  const number = numberIn(visit);
  const { payeeId } = await typed();
  await confirmPayee(visit.context, { number, payeeId });
  return backTo(number, 'confirm');
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function GrantPayeeConfirm() {
  const { t } = useTranslation();
  const { grant, account, before, story, own } = useLoaderData<typeof loader>();
  return (
    <GrantFrame grant={grant} heading={t('grant.confirm.title')}>
      <p className="wk-intro">{t('grant.confirm.intro')}</p>
      <Facts
        items={[
          { label: t('grant.confirm.now'), value: <Account {...account} /> },
          ...(before
            ? [{ label: t('grant.confirm.before'), value: <span className="wk-figures">{before}</span> }]
            : []),
          { label: t('grant.confirm.how'), value: <PayeeStoryLines story={story} /> },
        ]}
      />
      {own ? (
        <Alert tone="waiting">
          <p>{t('error.payeeOwnChange')}</p>
        </Alert>
      ) : (
        <Confirmation />
      )}
    </GrantFrame>
  );
}

/** What to find out first, and then the button. */
function Confirmation() {
  const { t } = useTranslation();
  const { payeeId } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <>
      <p>{t('grant.confirm.ask')}</p>
      <p>{t('grant.confirm.wrong')}</p>
      <ShortForm result={reply?.result} submit={t('grant.confirm.submit')}>
        {() => <input type="hidden" name="payeeId" value={payeeId} />}
      </ShortForm>
    </>
  );
}
