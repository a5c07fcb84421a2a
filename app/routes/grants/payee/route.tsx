import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { payeeOf } from '#db/reads/grants/payee';
import { AccountFields } from '~/ui/grant-account-fields';
import { assertMay } from '~/domain/access/policy';
import { payeeForm } from '~/http/fields.server';
import { act, page } from '~/http/route.server';
import { ShortForm } from '~/ui/form';
import { setPayee } from '~/usecases/grants/set-payee.server';
import { numberIn } from '~/http/address.server';
import { metaOf } from '~/http/page-meta';
import { GrantFrame } from '../shared/frame';
import { backTo, grantOnDesk, payeeFor } from '../shared/view.server';

export const handle = { access: { read: 'payee.set', write: 'payee.set' } };

export const loader = page('payee.set', async (visit) => {
  const { number, title, state, initiativeId } = await grantOnDesk(visit);
  assertMay(visit.context.actor, 'payee.set', { state });
  return {
    title: visit.t('grant.payee.title'),
    grant: { number, name: title },
    payee: payeeFor(visit, await payeeOf(visit.context.db, initiativeId)),
  };
});

export const action = act('payee.set', payeeForm, async (visit, typed) => {
  const number = numberIn(visit);
  const account = await typed();
  await setPayee(visit.context, { number, ...account });
  return backTo(number, 'payee');
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function GrantPayee() {
  const { t } = useTranslation();
  const { grant, payee } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <GrantFrame grant={grant} heading={t('grant.payee.title')}>
      <p className="wk-intro">{t('grant.payee.intro')}</p>
      <p>{t('grant.payee.second')}</p>
      {payee ? (
        <>
          <p>
            {t('grant.payee.now')} <strong className="wk-figures">{payee.iban}</strong>
          </p>
          <p>{t('grant.payee.stale')}</p>
        </>
      ) : null}
      <ShortForm result={reply?.result} submit={t('grant.payee.submit')}>
        {(field) => <AccountFields field={field} />}
      </ShortForm>
    </GrantFrame>
  );
}
