import { type MetaFunction, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { settlementOf, subAccountsOf } from '#db/reads/grants/grant';
import { type Payee, payeeOf } from '#db/reads/grants/payee';
import { decisionOn } from '#db/reads/initiative/initiative';
import { entriesOfInitiative } from '#db/reads/ledger/journal';
import { BigFigures } from '~/ui/big-figures';
import { EntryList } from '~/ui/entry-list';
import { GrantAccounts } from './accounts';
import { PhaseLine } from '~/routes/grants/shared/phase';
import { GrantSettlement } from '~/ui/grant-settlement';
import { Breadcrumb } from '~/ui/breadcrumb';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { Money } from '~/ui/money';
import { may, mayEver } from '~/domain/access/policy';
import { type Actor } from '~/domain/access/roles';
import { openActs, openOf } from '~/domain/ledger/grant-acts';
import { entryKinds } from '~/domain/ledger/kinds';
import { zero } from '~/domain/money/cents';
import { pageIn } from '~/http/address.server';
import { isUnconfirmed } from '~/domain/money/payee';
import { page } from '~/http/route.server';
import { doneIn } from '../shared/done';
import { Acts, Done, GrantFacts } from './parts';
import { grantOnDesk, payeeFor } from '../shared/view.server';
import { shownPage } from '~/domain/ledger/entry';
import { paths } from '~/paths';

export const handle = { access: { read: 'money.readAll' } };

export const loader = page('money.readAll', async (visit) => {
  const { actor, db } = visit.act;
  const { initiativeId, standing, state, ...grant } = await grantOnDesk(visit);
  const [accounts, entries, settlement, decision, payee] = await Promise.all([
    subAccountsOf(db, initiativeId),
    entriesOfInitiative(db, initiativeId, pageIn(visit)),
    settlementOf(db, initiativeId),
    decisionOn(db, initiativeId),
    payeeOf(db, initiativeId),
  ]);
  return {
    title: `${grant.title} - Wijkkas`,
    grant: { ...grant, granted: grant.granted ?? zero, open: openOf(standing) },
    ...{ standing, accounts, settlement: settlement ?? null, decision: decision ?? null },
    payee: payeeFor(visit, payee),
    entries: shownPage(entries),
    acts: openActs(standing, grant.advancePct).filter((act) => may(actor, `money.${act}`).allow),
    mayConfirm: mayConfirm(actor, payee),
    maySetPayee: may(actor, 'payee.set', { state }).allow,
    mayReverse: may(actor, 'money.reverse').allow,
    done: doneIn(visit.url),
  };
});

/** Whether an account waits for this person, who did not record it; whoever asked for the money is refused there. */
const mayConfirm = (actor: Actor, payee: Payee | undefined) =>
  payee !== undefined &&
  isUnconfirmed(payee) &&
  payee.recordedBy !== actor.personId &&
  mayEver(actor, 'payee.confirm').allow;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? 'Wijkkas' }];

export type GrantLoader = typeof loader;

export default function Grant() {
  const { t } = useTranslation();
  const { grant, standing, accounts, settlement } = useLoaderData<typeof loader>();
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
        <Done />
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
          <Acts />
          {settlement ? (
            <section className="wk-stack">
              <Heading level={2}>{t('grant.settlement.title')}</Heading>
              <GrantSettlement settlement={settlement} />
            </section>
          ) : null}
        </div>
        <aside className="wk-columns__facts" aria-label={t('grant.page.facts')}>
          <GrantFacts />
        </aside>
      </div>
      <section className="wk-stack">
        <Heading level={2}>{t('grant.page.accounts')}</Heading>
        <GrantAccounts rows={accounts} />
      </section>
      <Entries />
    </div>
  );
}

function Entries() {
  const { t } = useTranslation();
  const { entries, mayReverse } = useLoaderData<typeof loader>();
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
