import { useTranslation } from 'react-i18next';
import { DataTable } from '~/ui/data-table';
import { DateText } from '~/ui/date';
import { Link } from '~/ui/link';
import { Money } from '~/ui/money';
import { Pagination } from '~/ui/pagination';
import { type CalendarDate } from '~/domain/calendar';
import { type EntryKind } from '~/domain/ledger/kinds';
import { type Cents } from '~/domain/money/cents';
import { type Paged } from '~/domain/paging';
import { TakeBack } from '~/ui/take-back';
import { paths } from '~/paths';

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
  entries: Paged<SourceEntryRow>;
  /** Whether each gets a link to take it back. */
  mayReverse: boolean;
}

/** The promises and receipts of a source, each with the way to its place in the books. */
export function SourceEntries({ entries, mayReverse }: SourceEntriesProps) {
  const { t } = useTranslation();
  if (entries.total === 0) return <p>{t('source.page.entriesNone')}</p>;
  const take = {
    key: 'take',
    label: t('source.column.take'),
    cell: (row: SourceEntryRow) => (row.reversed ? null : <TakeBack entry={row} />),
  };
  return (
    <>
      <DataTable<SourceEntryRow>
        caption={t('source.page.entriesTable')}
        captionHidden
        rows={entries.rows}
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
      <Pagination list={entries} what={t('source.page.entries')} name="boekingen" anchor="boekingen" />
    </>
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
    <Link href={`${paths.ledger.postings(wijk.slug)}?jaar=${year}&boeking=${number}#boeking-${number}`}>
      {place}
    </Link>
  );
}
