import { type MetaFunction, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { BigFigures } from '~/ui/big-figures';
import { EntryList } from '~/ui/entry-list';
import { GrantAccounts } from './accounts';
import { PhaseLine } from '~/routes/grants/shared/phase';
import { GrantSettlement } from '~/ui/grant-settlement';
import { Breadcrumb } from '~/ui/breadcrumb';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { Money } from '~/ui/money';
import { entryKinds } from '~/domain/ledger/kinds';
import { page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { Acts, Done, GrantFacts } from './parts';
import { grantView, type GrantView } from './view.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'money.readAll' } };

export const loader = page('money.readAll', grantView);

export const meta: MetaFunction<typeof loader> = metaOf;

export default function Grant() {
  const { t } = useTranslation();
  const view = useLoaderData<typeof loader>();
  const { grant, standing, accounts, settlement } = view;
  return (
    <div className="wk-page">
      <Breadcrumb
        items={[
          { href: paths.money.desk, label: t('ledger.desk.title') },
          { href: `${paths.grants.list}?jaar=${grant.year}`, label: t('grant.list.crumb') },
        ]}
        current={grant.title}
      />
      <div className="wk-stack">
        <Done {...view} />
        <Heading level={1}>{grant.title}</Heading>
        <p className="wk-intro">{t('grant.page.intro', { wijk: grant.area.name, year: grant.year })}</p>
        <PhaseLine standing={standing} />
      </div>
      <BigFigures
        items={[
          { label: t('grant.column.granted'), value: <Money cents={grant.granted} /> },
          { label: t('grant.column.paid'), value: <Money cents={standing.paid} /> },
          ...(settlement
            ? [{ label: t('grant.column.settled'), value: <Money cents={settlement.settled} /> }]
            : []),
          { label: t('grant.column.open'), value: <Money cents={grant.open} /> },
        ]}
      />
      <div className="wk-columns">
        <div className="wk-columns__story wk-sections">
          <Acts {...view} />
          {settlement ? (
            <section className="wk-stack">
              <Heading level={2}>{t('grant.settlement.title')}</Heading>
              <GrantSettlement settlement={settlement} />
            </section>
          ) : null}
        </div>
        <aside className="wk-columns__facts" aria-label={t('grant.page.facts')}>
          <GrantFacts {...view} />
        </aside>
      </div>
      <section className="wk-stack">
        <Heading level={2}>{t('grant.page.accounts')}</Heading>
        <GrantAccounts rows={accounts} />
      </section>
      <Entries {...view} />
    </div>
  );
}

function Entries({ entries, mayReverse }: Pick<GrantView, 'entries' | 'mayReverse'>) {
  const { t } = useTranslation();
  return (
    <section className="wk-stack">
      <Heading level={2}>{t('grant.page.entries')}</Heading>
      <EntryList
        entries={entries}
        below={({ entryId, kind, reversed }) => {
          if (reversed) return <p>{t('grant.page.reversed')}</p>;
          if (!mayReverse || !entryKinds[kind].reversible) return null;
          const href = paths.ledger.reverse(entryId);
          return (
            <p>
              <Link href={href}>{t('grant.page.reverse')}</Link>
            </p>
          );
        }}
      />
    </section>
  );
}
