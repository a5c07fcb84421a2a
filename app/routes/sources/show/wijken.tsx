import { useTranslation } from 'react-i18next';
import { MoneyTable } from './money-table';
import { type Cents, sum } from '~/domain/money/cents';
import { paths } from '~/paths';

const parts = ['promised', 'reserved', 'spent', 'left', 'returned'] as const;

export type SourceWijk = { slug: string; name: string } & Record<(typeof parts)[number], Cents>;

interface SourceWijkenProps {
  rows: readonly SourceWijk[];
  year: number;
  /** The end of its year was booked: what is free is so in a later one. */
  ended: boolean;
}

/** What a source promised to each wijk and where that money is now. */
export function SourceWijken({ rows, year, ended }: SourceWijkenProps) {
  const { t } = useTranslation();
  if (rows.length === 0) return <p>{t('source.page.wijkenNone')}</p>;
  return (
    <MoneyTable
      caption={t('source.page.wijkenTable')}
      captionHidden
      nameLabel={t('ledger.column.wijk')}
      columns={parts.map((part) => t(`source.column.${ended && part === 'left' ? 'later' : part}`))}
      rows={rows.map((row) => ({
        key: row.slug,
        label: row.name,
        href: `${paths.ledger.postings(row.slug)}?jaar=${year}`,
        figures: parts.map((part) => ({ cents: row[part] })),
      }))}
      total={{
        label: t('ledger.column.total'),
        figures: parts.map((part) => sum(rows.map((row) => row[part]))),
      }}
    />
  );
}
