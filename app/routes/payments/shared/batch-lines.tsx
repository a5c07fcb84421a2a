import { useTranslation } from 'react-i18next';
import { DataTable } from '~/ui/data-table';
import { Link } from '~/ui/link';
import { Money } from '~/ui/money';
import { Tag } from '~/ui/tag';
import { type Tone } from '~/ui/tone';
import { type CameBack, CameBackLines } from '~/ui/came-back';
import { type Cents } from '~/domain/money/cents';
import { type PayeeStory } from '~/ui/payee-story';
import { Account } from '~/ui/waiting-payments';

/** What changed since a batch was made or approved: its line can no longer be paid as it stands. */
export type Change = 'payee' | 'amount' | 'gone';
/** What the bank said of a payment; or that somebody took it back before the bank said anything. */
export type Reported = 'none' | 'payment' | 'return' | 'undone';

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
  /** When and why the bank sent it back. */
  cameBack: CameBack | null;
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
    cell: (row: BatchLineRow) => <ReportedTag {...row} />,
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
          key: 'purpose',
          label: t('payment.column.purpose'),
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

const tones: Record<Reported, Tone> = { none: 'neutral', payment: 'good', return: 'bad', undone: 'neutral' };

function ReportedTag({ reported, cameBack }: Pick<BatchLineRow, 'reported' | 'cameBack'>) {
  const { t } = useTranslation();
  return (
    <span>
      <Tag tone={tones[reported]}>{t(`payment.batch.reported.${reported}`)}</Tag>
      {cameBack ? <CameBackLines cameBack={cameBack} /> : null}
    </span>
  );
}
