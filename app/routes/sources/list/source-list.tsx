import { useTranslation } from 'react-i18next';
import { DataTable } from '~/ui/data-table';
import { Link } from '~/ui/link';
import { useLocale } from '~/ui/locale';
import { Money } from '~/ui/money';
import { Pagination } from '~/ui/pagination';
import { type Kolom } from '~/domain/ledger/kolom';
import { type Arrival, type Validity } from '~/domain/ledger/source';
import { type Cents } from '~/domain/money/cents';
import { type Paged } from '~/domain/paging';
import { SourceState } from '../shared/state';
import { type AgreedTerms, purposeText } from '../shared/terms-text';
import { paths } from '~/paths';

const parts = ['promised', 'received', 'receivable', 'used', 'left', 'goesBack', 'givenBack'] as const;
/** Columns that are left out as long as they have nothing. */
const seldom: readonly string[] = ['goesBack', 'givenBack'];

export type SourceListRow = AgreedTerms &
  Record<(typeof parts)[number], Cents> & {
    code: string;
    name: string;
    kolom: Kolom;
    arrival: Arrival;
    validity: Validity | null;
  };

interface SourceListProps {
  caption: string;
  sources: Paged<SourceListRow>;
  /** The money of all sources of the year, on whatever page they stand. */
  total: Record<(typeof parts)[number], Cents>;
  /** The end of the year was booked: what is left is of a later year. */
  ended: boolean;
}

/** The sources of a year: what each is for, how it stands, and its money. Nothing given back leaves that column out. */
export function SourceList({ caption, sources, total, ended }: SourceListProps) {
  const { t } = useTranslation();
  const shown = parts.filter((part) => !seldom.includes(part) || total[part] > 0n);
  return (
    <>
      <DataTable<SourceListRow>
        caption={caption}
        captionHidden
        rows={sources.rows}
        rowKey={(row) => row.code}
        columns={[
          { key: 'source', label: t('ledger.column.source'), cell: (row) => <SourceName row={row} /> },
          ...shown.map((part) => ({
            key: part,
            label: t(`source.column.${ended && part === 'left' ? 'later' : part}`),
            numeric: true,
            cell: (row: SourceListRow) => <Money cents={row[part]} look="full" />,
          })),
        ]}
        total={[
          t('ledger.column.total'),
          ...shown.map((part) => <Money key={part} cents={total[part]} look="full" />),
        ]}
      />
      <Pagination list={sources} what={caption} />
    </>
  );
}

function SourceName({ row }: { row: SourceListRow }) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <span className="wk-source">
      <Link href={paths.sources.show(row.code)}>{row.name}</Link>
      <span className="wk-source__terms wk-small">
        {t(`ledger.kolom.${row.kolom}`)}. {purposeText(row, t, locale)}
      </span>
      <SourceState arrival={row.arrival} validity={row.validity} />
    </span>
  );
}
