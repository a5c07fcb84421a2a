import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type LineMatch, type LinePlace } from '#db/reads/payments/statement';
import { DataTable } from '~/ui/data-table';
import { DateText } from '~/ui/date';
import { Link } from '~/ui/link';
import { Money } from '~/ui/money';
import { Tag } from '~/ui/tag';
import { type Tone } from '~/ui/tone';
import { type CalendarDate } from '~/domain/calendar';
import { type Cents } from '~/domain/money/cents';
import { type MatchKind } from '~/domain/money/statement';
import { StandsAlready } from './double';
import { entryHref } from './entry-href';

export type BankMatchRow = Pick<LineMatch, 'kind' | 'batch' | 'source' | 'initiative' | 'entry' | 'reason'>;

export interface BankLineRow {
  id: string;
  bookedOn: CalendarDate;
  cents: Cents;
  /** What of it nobody explained yet. */
  rest: Cents;
  counterName: string | null;
  counterIban: string | null;
  text: string;
  matches: readonly BankMatchRow[];
  /** Where the same movement stands already. */
  elsewhere: LinePlace | null;
}

interface BankLinesProps<Row extends BankLineRow> {
  rows: readonly Row[];
  /** What stands with a movement that nobody knows. */
  explain: (row: Row) => ReactNode;
}

/** The lines of a statement with what each turned out to be. */
export function BankLines<Row extends BankLineRow>({ rows, explain }: BankLinesProps<Row>) {
  const { t } = useTranslation();
  return (
    <div className="wk-bank-lines">
      <DataTable<Row>
        caption={t('statement.page.table')}
        captionHidden
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'date',
            label: t('statement.column.date'),
            cell: (row) => <DateText date={row.bookedOn} />,
          },
          { key: 'who', label: t('statement.column.who'), cell: (row) => <Who row={row} /> },
          {
            key: 'what',
            label: t('statement.column.what'),
            cell: (row) => (
              <>
                <What row={row} />
                {row.rest === 0n ? null : <Unknown row={row}>{explain(row)}</Unknown>}
              </>
            ),
          },
          {
            key: 'amount',
            label: t('statement.column.amount'),
            numeric: true,
            cell: (row) => <Money cents={row.cents} look="full" />,
          },
        ]}
      />
    </div>
  );
}

function Who({ row: { counterName, counterIban, text } }: { row: BankLineRow }) {
  const { t } = useTranslation();
  return (
    <span>
      {counterName ?? t('statement.page.nobody')}
      {counterIban ? <span className="wk-below wk-small wk-figures">{counterIban}</span> : null}
      {text ? <span className="wk-below wk-small wk-soft">{text}</span> : null}
    </span>
  );
}

const tones: Record<MatchKind, Tone> = {
  payment: 'good',
  return: 'bad',
  receipt: 'good',
  clawback: 'good',
  double: 'neutral',
  bankCost: 'good',
  parked: 'waiting',
  notOurs: 'waiting',
  assigned: 'good',
};
const named: readonly MatchKind[] = ['receipt', 'clawback', 'parked', 'assigned'];

/** Each thing that a movement turned out to be; of the payments of a batch one, and how many more. */
function What({ row: { matches, elsewhere } }: { row: BankLineRow }) {
  const kinds = [...new Set(matches.map(({ kind }) => kind))];
  return kinds.map((kind) => (
    <OneKind
      key={kind}
      matches={matches.filter((match) => match.kind === kind)}
      elsewhere={kind === 'double' ? elsewhere : null}
    />
  ));
}

function OneKind({
  matches,
  elsewhere,
}: {
  matches: readonly BankMatchRow[];
  elsewhere: BankLineRow['elsewhere'];
}) {
  const { t } = useTranslation();
  const [first] = matches;
  if (!first) return null;
  const { kind, batch, source, initiative, entry, reason } = first;
  const of = initiative?.title ?? source.name ?? '';
  const values = named.includes(kind) ? { source: source.name, initiative: of } : {};
  const href = entryHref(first);
  const others = matches.length - 1;
  return (
    <span className="wk-below">
      <Tag tone={tones[kind]}>{t(`statement.match.${kind}`, values)}</Tag>
      {batch ? (
        <span className="wk-below">
          {t('statement.match.of', { initiative: of, batch })}
          {others > 0 ? <> {t('statement.match.more', { count: others })}</> : null}
        </span>
      ) : null}
      {reason ? <span className="wk-below wk-small">{reason}</span> : null}
      {elsewhere ? <StandsAlready place={elsewhere} /> : null}
      {href && entry ? (
        <span className="wk-below wk-small">
          <Link href={href} aria-label={t('statement.page.entryOf', { number: entry.number })}>
            {t('statement.page.entry')}
          </Link>
        </span>
      ) : null}
    </span>
  );
}

function Unknown({ row, children }: { row: BankLineRow; children: ReactNode }) {
  const { t } = useTranslation();
  const out = row.cents < 0n;
  return (
    <div className="wk-match">
      {row.elsewhere ? (
        <span>
          <Tag tone="waiting">{t('statement.double.looks')}</Tag>
          <StandsAlready place={row.elsewhere} />
        </span>
      ) : (
        <Tag tone="waiting">{t(out ? 'statement.match.unknownOut' : 'statement.match.unknownIn')}</Tag>
      )}
      {out && !row.elsewhere ? <p className="wk-small">{t('statement.match.out')}</p> : null}
      {children}
    </div>
  );
}
