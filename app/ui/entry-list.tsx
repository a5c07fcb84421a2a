import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from './data-table';
import { DateText } from './date';
import { Icon } from './icon';
import { Link } from './link';
import { Money } from './money';
import { Pagination } from './pagination';
import { type CalendarDate } from '~/domain/calendar';
import { type AccountKind, onNormalSide } from '~/domain/ledger/accounts';
import { type ShownEntry } from '~/domain/ledger/entry';
import { type Paged } from '~/domain/paging';
import { type EntryKind } from '~/domain/ledger/kinds';
import { cents, type Cents } from '~/domain/money/cents';
import { paths } from '~/paths';

export interface PostingLine {
  entryId: bigint;
  line: number;
  number: number;
  kind: EntryKind;
  effectiveOn: CalendarDate;
  reason: string;
  reversed: boolean;
  account: AccountKind;
  source: { name: string };
  cents: Cents;
  initiative: { number: number; title: string } | null;
  decision: { id: string; year: number; number: number } | null;
}

interface EntryListProps<Line> {
  entries: Paged<ShownEntry<Line>>;
  /** The number of the entry that is already open. */
  opened?: number | null;
  /** What stands below the postings of an entry: what one can do with it, or where else it is. */
  below?: (entry: Line) => ReactNode;
}

/** Entries of a journal; each opens to its postings, per account and source. */
export function EntryList<Line extends PostingLine>({ entries, opened, below }: EntryListProps<Line>) {
  const { t } = useTranslation();
  return (
    <>
      <ol className="wk-entries" id="boekingen">
        {entries.rows.map((entry) => (
          <Entry
            key={String(entry.first.entryId)}
            entry={entry}
            open={entry.first.number === opened}
            below={below?.(entry.first)}
          />
        ))}
      </ol>
      <Pagination list={entries} what={t('ledger.postings.crumb')} anchor="boekingen" />
    </>
  );
}

interface EntryProps {
  entry: ShownEntry<PostingLine>;
  open: boolean;
  below: ReactNode;
}

function Entry({ entry: { first, lines, amount, more }, open, below }: EntryProps) {
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
            <Money cents={amount} look="full" />
          </strong>
        </summary>
        <div className="wk-entry__lines wk-stack">
          <Because first={first} />
          <Lines number={first.number} lines={lines} />
          {more > 0 ? <p className="wk-soft">{t('ledger.postings.more', { count: more })}</p> : null}
          {below}
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
      {initiative ? <Link href={paths.initiative.show(initiative.number)}>{initiative.title}</Link> : null}
      {decision ? (
        <Link href={paths.council.decision(decision.id)}>
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
        { key: 'source', label: t('ledger.column.source'), cell: (row) => row.source.name },
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
