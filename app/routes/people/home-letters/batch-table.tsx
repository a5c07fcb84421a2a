import { useTranslation } from 'react-i18next';
import { type CalendarDate } from '~/domain/calendar';
import { DataTable } from '~/ui/data-table';
import { DateText } from '~/ui/date';
import { Link } from '~/ui/link';
import { paths } from '~/paths';

type Batch = {
  id: string;
  number: number;
  on: CalendarDate;
  by: string | null;
  letters: number;
  open: number;
};

/** Letters that were made together; as long as a code of them works they can be printed again. */
export function BatchTable({ batches }: { batches: readonly Batch[] }) {
  const { t } = useTranslation();
  return (
    <DataTable<Batch>
      caption={t('residence.letters.batches')}
      captionHidden
      rows={batches}
      rowKey={({ id }) => id}
      columns={[
        { key: 'number', label: t('residence.letters.number'), cell: (batch) => <Pdf {...batch} /> },
        { key: 'on', label: t('residence.letters.madeOn'), cell: ({ on }) => <DateText date={on} /> },
        { key: 'by', label: t('residence.letters.by'), cell: ({ by }) => by },
        {
          key: 'letters',
          label: t('residence.letters.count'),
          cell: ({ letters }) => letters,
          numeric: true,
        },
        { key: 'open', label: t('residence.letters.open'), cell: ({ open }) => open, numeric: true },
      ]}
    />
  );
}

function Pdf({ id, number, open }: Batch) {
  const { t } = useTranslation();
  const name = t('residence.letters.file', { number });
  if (open === 0) return <>{`${name}: ${t('residence.letters.allUsed')}`}</>;
  return <Link href={paths.people.homeLettersPdf(id)}>{t('residence.letters.pdf', { number })}</Link>;
}
