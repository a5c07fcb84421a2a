import { useTranslation } from 'react-i18next';
import { DataTable } from '~/ui/data-table';
import { Link } from '~/ui/link';
import { Money } from '~/ui/money';
import { Pagination } from '~/ui/pagination';
import { type Cents } from '~/domain/money/cents';
import { type Paged } from '~/domain/paging';
import { paths } from '~/paths';

const parts = ['reserved', 'granted', 'paid'] as const;

export type PaidForRow = { number: number; title: string; wijk: string } & Record<
  (typeof parts)[number],
  Cents
>;

interface SourcePaidForProps {
  initiatives: Paged<PaidForRow>;
  /** What all of them together got, on whatever page they stand. */
  total: Record<(typeof parts)[number], Cents>;
}

/** The initiatives that a source pays for, with its own part of each. */
export function SourcePaidFor({ initiatives, total }: SourcePaidForProps) {
  const { t } = useTranslation();
  if (initiatives.total === 0) return <p>{t('source.page.paidForNone')}</p>;
  return (
    <>
      <DataTable<PaidForRow>
        caption={t('source.page.paidForTable')}
        captionHidden
        rows={initiatives.rows}
        rowKey={(row) => String(row.number)}
        columns={[
          {
            key: 'initiative',
            label: t('ledger.column.initiative'),
            cell: (row) => <Link href={paths.initiative.show(row.number)}>{row.title}</Link>,
          },
          { key: 'wijk', label: t('ledger.column.wijk'), cell: (row) => row.wijk },
          ...parts.map((part) => ({
            key: part,
            label: t(`ledger.column.${part}`),
            numeric: true,
            cell: (row: PaidForRow) => <Money cents={row[part]} look="full" />,
          })),
        ]}
        total={[
          t('ledger.column.total'),
          '',
          ...parts.map((part) => <Money key={part} cents={total[part]} look="full" />),
        ]}
      />
      <Pagination list={initiatives} what={t('source.page.paidFor')} name="betaald" anchor="betaald" />
    </>
  );
}
