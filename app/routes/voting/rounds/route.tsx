import { type MetaFunction, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { roundList } from '#db/reads/voting/round';
import { EmptyState } from '~/ui/empty-state';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { Pagination } from '~/ui/pagination';
import { RoundCard } from './round-card';
import { pageIn } from '~/http/address.server';
import { page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { paths } from '~/paths';

export const handle = { access: { read: 'site.read' } };

export const loader = page('site.read', async (visit) => ({
  rounds: await roundList(visit.context.db, pageIn(visit)),
  title: visit.t('round.list.title'),
  description: visit.t('round.list.description'),
}));

export const meta: MetaFunction<typeof loader> = metaOf;

export default function RoundsPage() {
  const { t } = useTranslation();
  const { rounds } = useLoaderData<typeof loader>();
  return (
    <div className="wk-page">
      <header className="wk-stack">
        <Heading level={1}>{t('round.list.title')}</Heading>
        <p className="wk-intro">{t('round.list.intro')}</p>
        <p>
          <Link href={paths.voting.howShares}>{t('round.rule.example')}</Link>
        </p>
      </header>
      {rounds.total === 0 ? (
        <EmptyState
          title={t('round.list.emptyTitle')}
          action={{ href: paths.voting.howShares, label: t('round.rule.example') }}
        >
          {t('round.list.empty')}
        </EmptyState>
      ) : (
        <ul className="wk-cards">
          {rounds.rows.map((round) => (
            <RoundCard key={round.number} round={round} />
          ))}
        </ul>
      )}
      <Pagination list={rounds} what={t('round.list.title')} />
    </div>
  );
}
