import { useTranslation } from 'react-i18next';
import { DataTable } from '~/ui/data-table';
import { Link } from '~/ui/link';
import { Money } from '~/ui/money';
import { Tag } from '~/ui/tag';
import { type Tone } from '~/ui/tone';
import { type Cents } from '~/domain/money/cents';
import { type PayeeStory } from '~/ui/payee-story';
import { Account } from '~/ui/waiting-payments';

/** What changed since a batch was made: its line can no longer be paid as it stands. */
export type Change = 'payee' | 'amount' | 'gone';
/** What the bank said of a payment. */
export type Reported = 'none' | 'payment' | 'return';

export interface BatchLineRow {
  position: number;
  /** The initiative that is paid, or the source whose money goes back. */
  to: { title: string; href: string };
  iban: string;
  name: string;
  /** How the account came here. */
  story: PayeeStory | null;
  cents: Cents;
  changed: Change | null;
  reported: Reported;
}

interface BatchLinesProps {
  caption: string;
  rows: readonly BatchLineRow[];
  total: Cents;
  /** Whether it went to the bank, so that the bank may have said something. */
  approved: boolean;
}

/** The payments of a batch: to whom, how much, and what became of each. */
export function BatchLines({ caption, rows, total, approved }: BatchLinesProps) {
  const { t } = useTranslation();
  const bank = {
    key: 'bank',
    label: t('payment.column.bank'),
    cell: (row: BatchLineRow) => <ReportedTag reported={row.reported} />,
  };
  const sumRow = [t('payment.column.total'), '', <Money key="total" cents={total} look="full" />];
  return (
    <DataTable<BatchLineRow>
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={(row) => String(row.position)}
      columns={[
        {
          key: 'initiative',
          label: t('payment.column.initiative'),
          cell: ({ to }) => <Link href={to.href}>{to.title}</Link>,
        },
        { key: 'payee', label: t('payment.list.payee'), cell: (row) => <Account {...row} /> },
        {
          key: 'amount',
          label: t('payment.column.amount'),
          numeric: true,
          cell: (row) => <Amount row={row} />,
        },
        ...(approved ? [bank] : []),
      ]}
      total={approved ? [...sumRow, ''] : sumRow}
    />
  );
}

function Amount({ row: { cents, changed } }: { row: BatchLineRow }) {
  const { t } = useTranslation();
  return (
    <span>
      <Money cents={cents} look="full" />
      {changed ? (
        <strong className="wk-below wk-small">{t(`payment.batch.changed.${changed}`)}</strong>
      ) : null}
    </span>
  );
}

const tones: Record<Reported, Tone> = { none: 'neutral', payment: 'good', return: 'bad' };

function ReportedTag({ reported }: { reported: Reported }) {
  const { t } = useTranslation();
  return (
    <span>
      <Tag tone={tones[reported]}>{t(`payment.batch.reported.${reported}`)}</Tag>
      {reported === 'return' ? (
        <span className="wk-below wk-small">{t('payment.batch.reported.returnHelp')}</span>
      ) : null}
    </span>
  );
}
