import { useTranslation } from 'react-i18next';
import { DataTable } from '~/components/ui/data-table';
import { DateText } from '~/components/ui/date';
import { Link } from '~/components/ui/link';
import { Money } from '~/components/ui/money';
import { type CalendarDate } from '~/domain/calendar';
import { type EntryKind } from '~/domain/ledger/kinds';
import { type Cents } from '~/domain/money/cents';
import { TakeBack } from './take-back';

export interface SourceEntryRow {
  entryId: bigint;
  number: number;
  kind: EntryKind;
  effectiveOn: CalendarDate;
  wijk: { slug: string; name: string } | null;
  /** The budget year that it stands in; null when it touches no wijk. */
  year: number | null;
  cents: Cents;
  reversed: boolean;
}

interface SourceEntriesProps {
  rows: readonly SourceEntryRow[];
  /** Whether each gets a link to take it back. */
  mayReverse: boolean;
}

/** The promises and receipts of a source, each with the way to its place in the books. */
export function SourceEntries({ rows, mayReverse }: SourceEntriesProps) {
  const { t } = useTranslation();
  if (rows.length === 0) return <p>{t('source.page.entriesNone')}</p>;
  const take = {
    key: 'take',
    label: t('source.column.take'),
    cell: (row: SourceEntryRow) => (row.reversed ? null : <TakeBack entry={row} />),
  };
  return (
    <DataTable<SourceEntryRow>
      caption={t('source.page.entriesTable')}
      captionHidden
      rows={rows}
      rowKey={(row) => String(row.entryId)}
      columns={[
        { key: 'kind', label: t('source.column.entry'), cell: (row) => <What row={row} /> },
        { key: 'date', label: t('ledger.column.date'), cell: (row) => <DateText date={row.effectiveOn} /> },
        { key: 'where', label: t('ledger.journal.journal'), cell: (row) => <Where row={row} /> },
        {
          key: 'amount',
          label: t('ledger.column.amount'),
          numeric: true,
          cell: (row) => <Money cents={row.cents} look="full" />,
        },
        ...(mayReverse ? [take] : []),
      ]}
    />
  );
}

function What({ row: { kind, reversed } }: { row: SourceEntryRow }) {
  const { t } = useTranslation();
  const word = t(`ledger.kind.${kind}`);
  return reversed ? `${word} (${t('source.page.takenBack')})` : word;
}

function Where({ row: { wijk, number, year } }: { row: SourceEntryRow }) {
  const { t } = useTranslation();
  const place = `${wijk?.name ?? t('source.page.central')}, ${t('ledger.postings.entry', { number })}`;
  if (!wijk) return place;
  return (
    <Link href={`/wijken/${wijk.slug}/boekingen?jaar=${year}&boeking=${number}#boeking-${number}`}>
      {place}
    </Link>
  );
}
