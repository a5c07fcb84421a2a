import { type MetaFunction, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { type Parked, parkedPage } from '#db/reads/payments/parked';
import { Breadcrumb } from '~/ui/breadcrumb';
import { DataTable } from '~/ui/data-table';
import { DateText } from '~/ui/date';
import { EmptyState } from '~/ui/empty-state';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { Money } from '~/ui/money';
import { Pagination } from '~/ui/pagination';
import { pageIn } from '~/http/address.server';
import { page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { paths } from '~/paths';

export const handle = { access: { read: 'statement.read' } };

type Row = Pick<Parked, 'lineId' | 'kind' | 'reason' | 'bookedOn' | 'counterName' | 'cents'> & {
  source: string;
};

export const loader = page('statement.read', async (visit) => {
  const { rows, ...place } = await parkedPage(visit.context.db, pageIn(visit));
  return {
    title: visit.t('statement.parked.title'),
    place,
    rows: rows.map(({ lineId, kind, reason, bookedOn, counterName, cents, source }): Row => ({
      ...{ lineId, kind, reason, bookedOn, counterName, cents },
      source: source.name,
    })),
  };
});

export const meta: MetaFunction<typeof loader> = metaOf;

/** Money on the bank that has no destination yet. */
export default function ParkedPage() {
  const { t } = useTranslation();
  const { rows, place } = useLoaderData<typeof loader>();
  const title = t('statement.parked.title');
  return (
    <div className="wk-page">
      <Breadcrumb
        items={[
          { href: paths.money.desk, label: t('ledger.desk.title') },
          { href: paths.payments.statements, label: t('statement.list.title') },
        ]}
        current={title}
      />
      <div className="wk-stack">
        <Heading level={1}>{title}</Heading>
        <p className="wk-intro">{t('statement.parked.intro')}</p>
      </div>
      {rows.length === 0 ? (
        <EmptyState level={2} title={t('statement.parked.noneTitle')}>
          {t('statement.parked.none')}
        </EmptyState>
      ) : (
        <DataTable<Row>
          caption={title}
          captionHidden
          rows={rows}
          rowKey={(row) => row.lineId}
          columns={[
            { key: 'on', label: t('statement.column.date'), cell: (row) => <DateText date={row.bookedOn} /> },
            { key: 'who', label: t('statement.column.who'), cell: (row) => <Who row={row} /> },
            { key: 'why', label: t('statement.parked.why'), cell: (row) => <Why row={row} /> },
            {
              key: 'cents',
              label: t('statement.column.amount'),
              numeric: true,
              cell: (row) => <Money cents={row.cents} look="full" />,
            },
          ]}
        />
      )}
      <Pagination list={place} what={title} />
    </div>
  );
}

function Who({ row: { lineId, counterName } }: { row: Row }) {
  const { t } = useTranslation();
  return <Link href={paths.payments.parkedLine(lineId)}>{counterName ?? t('statement.page.nobody')}</Link>;
}

function Why({ row: { kind, reason, source } }: { row: Row }) {
  const { t } = useTranslation();
  return reason ?? t(kind === 'parked' ? 'statement.parked.more' : 'statement.match.notOurs', { source });
}
