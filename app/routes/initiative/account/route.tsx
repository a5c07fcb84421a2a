import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { payeeOf } from '#db/reads/grants/payee';
import { AccountFields } from '~/ui/grant-account-fields';
import { Alert } from '~/ui/alert';
import { Breadcrumb } from '~/ui/breadcrumb';
import { Heading } from '~/ui/heading';
import { assertMay } from '~/domain/access/policy';
import { maskIban } from '~/domain/money/iban';
import { isUnconfirmed } from '~/domain/money/payee';
import { payeeForm } from '~/http/fields.server';
import { act, page } from '~/http/route.server';
import { type Visit } from '~/http/visit.server';
import { metaOf } from '~/http/page-meta';
import { ShortForm } from '~/ui/form';
import { setPayee } from '~/usecases/grants/set-payee.server';
import { visibleInitiative } from '../shared/view.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'payee.setOwn', write: 'payee.setOwn' } };

export const loader = page('payee.setOwn', async (visit) => {
  const { id, number, title } = await ownGrant(visit);
  const payee = await payeeOf(visit.context.db, id);
  return {
    title: visit.t('grant.account.title'),
    ...{ number, name: title },
    iban: payee ? maskIban(payee.iban) : null,
    waits: payee !== undefined && isUnconfirmed(payee),
    saved: visit.url.searchParams.has('bewaard'),
  };
});

export const action = act('payee.setOwn', payeeForm, async (visit, typed) => {
  const { number } = await ownGrant(visit);
  const account = await typed();
  await setPayee(visit.context, { number, ...account });
  return redirect(`${paths.initiative.account(number)}?bewaard`, 303);
});

/** The granted initiative in the address, for its applicants alone; to anybody else this page is not there. */
async function ownGrant(visit: Visit) {
  const { record, applicantIds } = await visibleInitiative(visit);
  assertMay(visit.context.actor, 'payee.setOwn', { applicantIds, state: record.state });
  return record;
}

export const meta: MetaFunction<typeof loader> = metaOf;

export default function AccountPage() {
  const { number, name, iban, waits, saved } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  const { t } = useTranslation();
  return (
    <div className="wk-page wk-page--narrow">
      <Breadcrumb
        items={[
          { href: paths.initiative.list, label: t('initiative.list.title') },
          { href: paths.initiative.show(number), label: name },
        ]}
        current={t('grant.account.title')}
      />
      <div className="wk-stack">
        {saved && !result ? (
          <Alert tone="good" role="status">
            <p>{t('grant.account.saved')}</p>
          </Alert>
        ) : null}
        <Heading level={1}>{t('grant.account.title')}</Heading>
        <p className="wk-intro">{t('grant.account.intro', { title: name })}</p>
        {iban ? (
          <>
            <p>
              {t('grant.account.now')} <strong className="wk-figures">{iban}</strong>
            </p>
            <p>{t(waits ? 'grant.account.waits' : 'grant.account.ifChanged')}</p>
          </>
        ) : null}
        <p>{t('grant.account.who')}</p>
        <ShortForm result={result} submit={t('grant.account.submit')}>
          {(field) => <AccountFields field={field} />}
        </ShortForm>
      </div>
    </div>
  );
}
