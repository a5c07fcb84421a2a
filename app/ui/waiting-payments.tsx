import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type CameBack, CameBackWaiting } from './came-back';
import { DataTable } from './data-table';
import { Link } from './link';
import { Money } from './money';
import { type PayeeBar } from '~/domain/money/payee';
import { type Cents } from '~/domain/money/cents';
import { type PayeeStory, PayeeStoryLines } from './payee-story';
import { paths } from '~/paths';

/** A payment that waits; without an account number that stands it cannot be paid yet. */
export interface WaitingRow {
  initiativeId: string;
  number: number;
  title: string;
  wijk: string;
  cents: Cents;
  /** The account, as people read it. */
  payee: { iban: string; name: string; story: PayeeStory } | null;
  /** That the last payment came back, and why. */
  cameBack: CameBack | null;
  /** Why whoever looks cannot put it on a list yet. */
  bar: PayeeBar | null;
}

interface WaitingPaymentsProps {
  rows: readonly WaitingRow[];
  /** What all that waits comes to, on whatever page it stands. */
  total: Cents;
  /** Whether whoever looks can record an account number. */
  maySetPayee: boolean;
  /** Gives each payment that can be made its checkbox around its title. */
  choose?: (row: WaitingRow) => ReactNode;
}

/** What waits for payment, and to whom. */
export function WaitingPayments({ rows, total, maySetPayee, choose }: WaitingPaymentsProps) {
  const { t } = useTranslation();
  return (
    <DataTable<WaitingRow>
      caption={t('payment.list.table')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.initiativeId}
      columns={[
        {
          key: 'initiative',
          label: t('payment.column.initiative'),
          cell: (row) => (
            <>
              {choose && row.bar === null ? choose(row) : row.title}
              <GrantLink row={row} ticked={choose !== undefined && row.bar === null} />
            </>
          ),
        },
        { key: 'wijk', label: t('payment.column.wijk'), cell: (row) => row.wijk },
        {
          key: 'payee',
          label: t('payment.list.payee'),
          cell: (row) => <Payee row={row} maySet={maySetPayee} />,
        },
        {
          key: 'amount',
          label: t('payment.column.amount'),
          numeric: true,
          cell: (row) => <Money cents={row.cents} look="full" />,
        },
      ]}
      total={[t('payment.column.total'), '', '', <Money key="total" cents={total} look="full" />]}
    />
  );
}

function GrantLink({ row: { number, title }, ticked }: { row: WaitingRow; ticked: boolean }) {
  const { t } = useTranslation();
  return (
    <span className={ticked ? 'wk-below wk-tick__below wk-small' : 'wk-below wk-small'}>
      <Link href={paths.grants.show(number)} aria-label={t('payment.list.grantOf', { title })}>
        {t('payment.list.grant')}
      </Link>
    </span>
  );
}

function Payee({
  row: { number, title, payee, cameBack, bar },
  maySet,
}: {
  row: WaitingRow;
  maySet: boolean;
}) {
  const { t } = useTranslation();
  if (payee) {
    return (
      <span>
        <Account {...payee} />
        {cameBack ? <CameBackWaiting cameBack={cameBack} /> : null}
        {bar === null ? null : <span className="wk-below wk-small">{t(`payment.payee.bar.${bar}`)}</span>}
      </span>
    );
  }
  return (
    <span>
      <strong>{t('payment.list.payeeNone')}</strong>
      <span className="wk-below wk-small">
        {t('payment.list.payeeAsk')}{' '}
        {maySet ? (
          <Link href={paths.grants.payee(number)} aria-label={t('payment.list.payeeSetFor', { title })}>
            {t('payment.list.payeeSet')}
          </Link>
        ) : null}
      </span>
    </span>
  );
}

interface AccountProps {
  name: string;
  iban: string;
  story?: PayeeStory | null;
}

/** An account: in whose name, and its number; with its story how it came here. */
export function Account({ name, iban, story }: AccountProps) {
  return (
    <span>
      {name}
      <span className="wk-below wk-small wk-figures">{iban}</span>
      {story ? <PayeeStoryLines story={story} /> : null}
    </span>
  );
}
