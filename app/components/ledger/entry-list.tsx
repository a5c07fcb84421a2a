import { useTranslation } from 'react-i18next';
import { DataTable } from '~/components/ui/data-table';
import { DateText } from '~/components/ui/date';
import { Icon } from '~/components/ui/icon';
import { Link } from '~/components/ui/link';
import { Money } from '~/components/ui/money';
import { type CalendarDate } from '~/domain/calendar';
import { type AccountKind, onNormalSide } from '~/domain/ledger/accounts';
import { byEntry, type EntryGroup, movedBy } from '~/domain/ledger/entry';
import { type EntryKind } from '~/domain/ledger/rules';
import { cents, type Cents } from '~/domain/money/cents';

export interface PostingLine {
  entryId: bigint;
  line: number;
  number: number;
  kind: EntryKind;
  effectiveOn: CalendarDate;
  reason: string;
  account: AccountKind;
  source: string;
  cents: Cents;
  initiative: { number: number; title: string } | null;
  decision: { id: string; year: number; number: number } | null;
}

/** The entries of a pool's journal; each opens to its postings, per account and source. `opened` is already open. */
export function EntryList({ rows, opened }: { rows: readonly PostingLine[]; opened: number | null }) {
  return (
    <ol className="wk-entries">
      {byEntry(rows).map((entry) => (
        <Entry key={String(entry.first.entryId)} entry={entry} open={entry.first.number === opened} />
      ))}
    </ol>
  );
}

function Entry({ entry: { first, lines }, open }: { entry: EntryGroup<PostingLine>; open: boolean }) {
  const { t } = useTranslation();
  return (
    <li className="wk-entry" id={`boeking-${first.number}`}>
      <details open={open}>
        <summary>
          <Icon name="chevron" />
          <span className="wk-entry__number">{t('ledger.postings.entry', { number: first.number })}</span>
          <span className="wk-entry__what">
            <strong>{t(`ledger.kind.${first.kind}`)}</strong> · {first.reason}
          </span>
          <span className="wk-entry__date wk-soft">
            <DateText date={first.effectiveOn} />
          </span>
          <strong className="wk-entry__amount">
            <Money cents={movedBy(lines)} look="full" />
          </strong>
        </summary>
        <div className="wk-entry__lines wk-stack">
          <Because first={first} />
          <Lines number={first.number} lines={lines} />
        </div>
      </details>
    </li>
  );
}

/** The initiative it is for and the decision that moved it. */
function Because({ first: { initiative, decision } }: { first: PostingLine }) {
  const { t } = useTranslation();
  if (!initiative && !decision) return null;
  return (
    <p className="wk-cluster">
      {initiative ? <Link href={`/initiatieven/${initiative.number}`}>{initiative.title}</Link> : null}
      {decision ? (
        <Link href={`/besluiten/${decision.id}`}>
          {t('ledger.postings.decision', { year: decision.year, number: decision.number })}
        </Link>
      ) : null}
    </p>
  );
}

function Lines({ number, lines }: { number: number; lines: readonly PostingLine[] }) {
  const { t } = useTranslation();
  return (
    <DataTable<PostingLine>
      caption={t('ledger.postings.lines', { number })}
      captionHidden
      rows={lines}
      rowKey={(row) => String(row.line)}
      columns={[
        { key: 'source', label: t('ledger.column.source'), cell: (row) => row.source },
        {
          key: 'account',
          label: t('ledger.column.account'),
          cell: (row) => t(`ledger.account.${row.account}`),
        },
        {
          key: 'amount',
          label: t('ledger.column.amount'),
          numeric: true,
          cell: (row) => <Money cents={cents(onNormalSide(row.account, row.cents))} look="full" />,
        },
      ]}
    />
  );
}
