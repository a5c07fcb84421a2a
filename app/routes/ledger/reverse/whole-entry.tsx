import { useTranslation } from 'react-i18next';
import { DataTable } from '~/ui/data-table';
import { DateText } from '~/ui/date';
import { Facts } from '~/ui/facts';
import { Link } from '~/ui/link';
import { Money } from '~/ui/money';
import { type CalendarDate } from '~/domain/calendar';
import { type AccountKind, onNormalSide } from '~/domain/ledger/accounts';
import { type EntryKind } from '~/domain/ledger/kinds';
import { cents, type Cents } from '~/domain/money/cents';
import { paths } from '~/paths';

interface Line {
  line: number;
  account: AccountKind;
  cents: Cents;
  source: string;
  initiative: { number: number; title: string } | null;
}

interface WholeEntryProps {
  entry: {
    number: number;
    kind: EntryKind;
    effectiveOn: CalendarDate;
    reason: string;
    wijk: { name: string } | null;
    lines: readonly Line[];
  };
}

/** One entry with all that belongs to it: what, when, why, and each line. */
export function WholeEntry({ entry }: WholeEntryProps) {
  const { t } = useTranslation();
  const facts = [
    { label: t('source.reverse.kind'), value: t(`ledger.kind.${entry.kind}`) },
    { label: t('source.reverse.date'), value: <DateText date={entry.effectiveOn} /> },
    { label: t('source.reverse.journal'), value: entry.wijk?.name ?? t('source.page.central') },
    { label: t('source.reverse.reason'), value: entry.reason },
  ];
  const initiative = {
    key: 'initiative',
    label: t('ledger.column.initiative'),
    cell: (row: Line) =>
      row.initiative ? (
        <Link href={paths.initiative.show(row.initiative.number)}>{row.initiative.title}</Link>
      ) : null,
  };
  return (
    <>
      <Facts items={facts} />
      <DataTable<Line>
        caption={t('source.reverse.lines', { number: entry.number })}
        captionHidden
        rows={entry.lines}
        rowKey={(row) => String(row.line)}
        columns={[
          {
            key: 'account',
            label: t('ledger.column.account'),
            cell: (row) => t(`ledger.account.${row.account}`),
          },
          { key: 'source', label: t('ledger.column.source'), cell: (row) => row.source },
          ...(entry.lines.some((line) => line.initiative) ? [initiative] : []),
          {
            key: 'amount',
            label: t('ledger.column.amount'),
            numeric: true,
            cell: (row) => <Money cents={cents(onNormalSide(row.account, row.cents))} look="full" />,
          },
        ]}
      />
    </>
  );
}
