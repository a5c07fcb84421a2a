import { useTranslation } from 'react-i18next';
import { type StatementFault } from '#db/reads/payments/chain';
import { type StatementRow as Row } from '#db/reads/payments/statement';
import { DataTable } from '~/ui/data-table';
import { DateText, formatDate } from '~/ui/date';
import { Link } from '~/ui/link';
import { useLocale } from '~/ui/locale';
import { Tag } from '~/ui/tag';
import { type CalendarDate } from '~/domain/calendar';
import { paths } from '~/paths';

export type StatementRow = Pick<Row, 'id' | 'statementId' | 'fromOn' | 'toOn' | 'lines' | 'open'> & {
  uploadedOn: CalendarDate;
  faults: readonly StatementFault[];
};

/** The statements that were read, with how many lines still wait for a person. */
export function StatementTable({ rows }: { rows: readonly StatementRow[] }) {
  const { t } = useTranslation();
  return (
    <DataTable<StatementRow>
      caption={t('statement.list.table')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'statement',
          label: t('statement.column.statement'),
          cell: ({ id, statementId }) => <Link href={paths.payments.statement(id)}>{statementId}</Link>,
        },
        { key: 'period', label: t('statement.column.period'), cell: (row) => <Period {...row} /> },
        { key: 'lines', label: t('statement.column.lines'), numeric: true, cell: (row) => row.lines },
        { key: 'state', label: t('statement.column.state'), cell: (row) => <State {...row} /> },
        {
          key: 'uploaded',
          label: t('statement.column.uploaded'),
          cell: (row) => <DateText date={row.uploadedOn} />,
        },
      ]}
    />
  );
}

/** The days of a statement, as far as the bank says them. */
export function Period({ fromOn, toOn }: { fromOn: CalendarDate | null; toOn: CalendarDate | null }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const [from, to] = [fromOn ?? toOn, toOn ?? fromOn];
  if (!from || !to) return null;
  if (from === to) return <DateText date={from} />;
  return <>{t('statement.period', { from: formatDate(from, locale), to: formatDate(to, locale) })}</>;
}

/** What does not fit with the other statements, and how many lines nobody knows yet. */
function State({ open, faults }: Pick<StatementRow, 'open' | 'faults'>) {
  const { t } = useTranslation();
  return (
    <>
      <OpenTag open={open} />
      {faults.map(({ kind, other: { statementId: name } }) => (
        <span key={kind} className="wk-below wk-small">
          <Tag tone="bad">{t(`statement.fault.short.${kind}`, { name })}</Tag>
        </span>
      ))}
    </>
  );
}

/** How many lines nobody knows yet, in words. */
function OpenTag({ open }: { open: number }) {
  const { t } = useTranslation();
  if (open === 0) return <Tag tone="good">{t('statement.allKnown')}</Tag>;
  return <Tag tone="waiting">{t('statement.openCount', { count: open })}</Tag>;
}
