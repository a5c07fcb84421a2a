import { redirect } from '@remix-run/node';
import { type MetaFunction, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { roundList } from '#db/reads/round';
import { EmptyState } from '~/components/ui/empty-state';
import { Heading } from '~/components/ui/heading';
import { Link } from '~/components/ui/link';
import { Pagination } from '~/components/ui/pagination';
import { RoundCard } from '~/components/voting/round-card';
import { pageOf } from '~/http/round-outcome.server';
import { page } from '~/http/route.server';

export const handle = { access: { read: 'site.read' } };

const size = 24;

export const loader = page('site.read', async ({ act: { db }, url, t }) => {
  const asked = pageOf(url.searchParams.get('pagina'));
  const { rounds, total } = await roundList(db, { page: asked, size });
  if (rounds.length === 0 && total > 0) throw redirect('/stemrondes');
  return {
    ...{ rounds, page: asked, pages: Math.ceil(total / size) },
    title: `${t('round.list.title')} - Wijkkas`,
    description: t('round.list.description'),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title ?? 'Wijkkas' },
  { name: 'description', content: data?.description },
];

export default function RoundsPage() {
  const { t } = useTranslation();
  const { rounds, page: current, pages } = useLoaderData<typeof loader>();
  return (
    <div className="wk-page">
      <header className="wk-stack">
        <Heading level={1}>{t('round.list.title')}</Heading>
        <p className="wk-intro">{t('round.list.intro')}</p>
        <p>
          <Link href="/uitleg/gelijke-delen">{t('round.rule.example')}</Link>
        </p>
      </header>
      {rounds.length === 0 ? (
        <EmptyState
          title={t('round.list.emptyTitle')}
          action={{ href: '/uitleg/gelijke-delen', label: t('round.rule.example') }}
        >
          {t('round.list.empty')}
        </EmptyState>
      ) : (
        <ul className="wk-cards">
          {rounds.map((round) => (
            <RoundCard key={round.number} round={round} />
          ))}
        </ul>
      )}
      <Pagination
        page={current}
        pages={pages}
        hrefOf={(n) => (n === 1 ? '/stemrondes' : `/stemrondes?pagina=${n}`)}
      />
    </div>
  );
}
