import { type MetaFunction, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { settlementOf, subAccountsOf } from '#db/reads/grants/grant';
import { decisionOn } from '#db/reads/initiative/initiative';
import { entriesOfInitiative, grantedPerSource } from '#db/reads/ledger/journal';
import { EntryList } from '~/ui/entry-list';
import { GrantSettlement } from '~/ui/grant-settlement';
import { GrantSummary } from '~/routes/initiative/shared/grant-summary';
import { SourceMoney } from '~/ui/source-money';
import { Breadcrumb } from '~/ui/breadcrumb';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { pageIn } from '~/http/address.server';
import { page } from '~/http/route.server';
import { type Visit } from '~/http/visit.server';
import { metaOf } from '~/http/page-meta';
import { shownPage } from '~/domain/ledger/entry';
import { progressOf } from '#db/reads/grants/standing';
import { standingGrant } from '#db/reads/grants/standing';
import { moneyPerSource } from '~/domain/ledger/grant';
import { visibleInitiative } from '../shared/view.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'site.read' } };

export const loader = page('site.read', async (visit) => {
  const { record } = await visibleInitiative(visit);
  const { number, title } = record;
  return {
    title: visit.t('grant.money.title', { title }),
    description: visit.t('grant.money.description', { title }),
    ...{ number, name: title },
    money: await moneyOf(visit, number),
  };
});

/** All that anybody may know of the money of an initiative; null when nothing was granted. */
async function moneyOf(visit: Visit, number: number) {
  const { db } = visit.context;
  const grant = await standingGrant(visit.context.db, number);
  if (!grant) return null;
  const { initiativeId, area, year } = grant;
  const [accounts, granted, entries, settlement, decision] = await Promise.all([
    subAccountsOf(db, initiativeId),
    grantedPerSource(db, initiativeId),
    entriesOfInitiative(db, initiativeId, pageIn(visit)),
    settlementOf(db, initiativeId),
    decisionOn(db, initiativeId),
  ]);
  return {
    progress: progressOf(grant, settlement),
    wijk: { slug: area.slug, name: area.name, year },
    sources: moneyPerSource(granted, accounts, settlement !== undefined),
    settlement: settlement ?? null,
    decision: decision && { id: decision.id, body: decision.body },
    entries: shownPage(entries),
  };
}

export const meta: MetaFunction<typeof loader> = metaOf;

export default function InitiativeMoney() {
  const { number, name, money } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <div className="wk-page">
      <Breadcrumb
        items={[
          { href: paths.initiative.list, label: t('initiative.list.title') },
          { href: paths.initiative.show(number), label: name },
        ]}
        current={t('grant.money.crumb')}
      />
      <div className="wk-stack">
        <Heading level={1}>{t('grant.money.title', { title: name })}</Heading>
        <p className="wk-intro">{money ? <GrantSummary {...money.progress} /> : t('grant.money.none')}</p>
        {money?.decision ? (
          <p>
            <Link href={paths.council.decision(money.decision.id)}>
              {t('grant.money.decision', { body: money.decision.body })}
            </Link>
          </p>
        ) : null}
      </div>
      {money ? <Whole money={money} /> : null}
    </div>
  );
}

type Money = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['money']>;

function Whole({ money: { wijk, sources, settlement, entries } }: { money: Money }) {
  const { t } = useTranslation();
  const parts = settlement ? (['granted', 'paid', 'settled'] as const) : (['granted', 'paid'] as const);
  return (
    <>
      {settlement ? (
        <section className="wk-stack">
          <Heading level={2}>{t('grant.settlement.title')}</Heading>
          <div className="wk-prose">
            <GrantSettlement settlement={settlement} />
          </div>
        </section>
      ) : null}
      <section className="wk-stack">
        <Heading level={2}>{t('grant.money.sources')}</Heading>
        <SourceMoney
          caption={t('grant.money.sourcesTable')}
          captionHidden
          columns={parts.map((part) => t(`grant.column.${part}`))}
          rows={sources.map(({ id, name, kolom, ...source }) => ({
            ...{ id, name, kolom },
            figures: parts.map((part) => source[part]),
          }))}
        />
      </section>
      <section className="wk-stack">
        <Heading level={2}>{t('grant.money.entries')}</Heading>
        <p>{t('grant.money.entriesIntro')}</p>
        <EntryList
          entries={entries}
          below={(entry) => (
            <p>
              <Link
                href={`${paths.ledger.postings(wijk.slug)}?jaar=${wijk.year}&boeking=${entry.number}#boeking-${entry.number}`}
              >
                {t('grant.page.inBook', { wijk: wijk.name })}
              </Link>
            </p>
          )}
        />
      </section>
    </>
  );
}
