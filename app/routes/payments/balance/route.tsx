import { type MetaFunction, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { bankBalance, lastStatements, unbookedLines, untoldEntries } from '#db/reads/payments/balance';
import { Alert } from '~/ui/alert';
import { BigFigures } from '~/ui/big-figures';
import { Breadcrumb } from '~/ui/breadcrumb';
import { EmptyState } from '~/ui/empty-state';
import { Heading } from '~/ui/heading';
import { Money } from '~/ui/money';
import { pageIn } from '~/http/address.server';
import { page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { showIban } from '~/domain/money/iban';
import { Accounts, Difference, UnbookedLines, UntoldEntries } from './parts';
import { paths } from '~/paths';

export const handle = { access: { read: 'statement.read' } };

export const loader = page('statement.read', async (visit) => {
  const { db } = visit.context;
  const [balance, accounts, lines, entries] = await Promise.all([
    bankBalance(db),
    lastStatements(db),
    unbookedLines(db, pageIn(visit, 'regels')),
    untoldEntries(db, pageIn(visit, 'boekingen')),
  ]);
  return {
    title: visit.t('statement.balance.title'),
    balance,
    accounts: accounts.map(({ iban, ...account }) => ({ ...account, iban: showIban(iban) })),
    lines,
    entries,
  };
});

export const meta: MetaFunction<typeof loader> = metaOf;

/** The bank's last statement beside the books, and each part of what differs. */
export default function Balance() {
  const { t } = useTranslation();
  const { balance, accounts, lines, entries } = useLoaderData<typeof loader>();
  const equal = balance.difference === 0n;
  return (
    <div className="wk-page">
      <Breadcrumb
        items={[
          { href: paths.money.desk, label: t('ledger.desk.title') },
          { href: paths.payments.statements, label: t('statement.list.title') },
        ]}
        current={t('statement.balance.title')}
      />
      <div className="wk-stack">
        <Heading level={1}>{t('statement.balance.title')}</Heading>
        <p className="wk-intro">{t('statement.balance.intro')}</p>
      </div>
      {accounts.length === 0 ? (
        <EmptyState level={2} title={t('statement.list.noneTitle')}>
          {t('statement.balance.none')}
        </EmptyState>
      ) : (
        <>
          <BigFigures
            items={(['closing', 'ledger', 'difference'] as const).map((part) => ({
              label: t(`statement.balance.${part}`),
              value: <Money cents={balance[part]} look="full" />,
            }))}
          />
          <Accounts rows={accounts} />
          {equal ? (
            <Alert tone="good">
              <p>{t('statement.balance.equal')}</p>
            </Alert>
          ) : (
            <Difference balance={balance} />
          )}
        </>
      )}
      {lines.total > 0 ? <UnbookedLines lines={lines} /> : null}
      {entries.total > 0 ? <UntoldEntries entries={entries} /> : null}
    </div>
  );
}
