import { useTranslation } from 'react-i18next';
import {
  type bankBalance,
  type lastStatements,
  type UnbookedLine,
  type UntoldEntry,
} from '#db/reads/payments/balance';
import { DataTable } from '~/ui/data-table';
import { DateText } from '~/ui/date';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { Money } from '~/ui/money';
import { Pagination } from '~/ui/pagination';
import { type Cents, negate } from '~/domain/money/cents';
import { type Paged } from '~/domain/paging';
import { paths } from '~/paths';

type Account = Awaited<ReturnType<typeof lastStatements>>[number];

/** The last statement of each account. */
export function Accounts({ rows }: { rows: readonly Account[] }) {
  const { t } = useTranslation();
  return (
    <DataTable<Account>
      caption={t('statement.balance.accounts')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'account',
          label: t('statement.page.account'),
          cell: (row) => <span className="wk-figures">{row.iban}</span>,
        },
        {
          key: 'statement',
          label: t('statement.balance.last'),
          cell: ({ id, name }) => <Link href={paths.payments.statement(id)}>{name}</Link>,
        },
        {
          key: 'on',
          label: t('statement.column.date'),
          cell: ({ on }) => (on ? <DateText date={on} /> : null),
        },
        {
          key: 'closing',
          label: t('statement.page.closing'),
          numeric: true,
          cell: (row) => <Money cents={row.closing} look="full" />,
        },
      ]}
    />
  );
}

type Balance = Awaited<ReturnType<typeof bankBalance>>;

/** Each part of the difference between the bank and the books; together they are that difference. */
export function Difference({ balance }: { balance: Balance }) {
  const { t } = useTranslation();
  const parts: readonly (readonly [keyof Balance, Cents])[] = [
    ['opening', balance.opening],
    ['gaps', balance.gaps],
    ['lines', balance.lines],
    ['entries', negate(balance.entries)],
    ['unnamed', balance.unnamed],
  ];
  return (
    <section className="wk-stack">
      <Heading level={2}>{t('statement.balance.why')}</Heading>
      <DataTable<(typeof parts)[number]>
        caption={t('statement.balance.why')}
        captionHidden
        rows={parts.filter(([, cents]) => cents !== 0n)}
        rowKey={([part]) => part}
        columns={[
          {
            key: 'part',
            label: t('statement.balance.part'),
            cell: ([part]) => t(`statement.balance.${part}`),
          },
          {
            key: 'cents',
            label: t('statement.column.amount'),
            numeric: true,
            cell: ([, cents]) => <Money cents={cents} look="full" />,
          },
        ]}
        total={[
          t('statement.balance.difference'),
          <Money key="total" cents={balance.difference} look="full" />,
        ]}
      />
    </section>
  );
}

/** Movements that the bank told of and that are not in the books. */
export function UnbookedLines({ lines }: { lines: Paged<UnbookedLine> }) {
  const { t } = useTranslation();
  return (
    <section className="wk-stack" id="regels">
      <Heading level={2}>{t('statement.balance.lines')}</Heading>
      <DataTable<UnbookedLine>
        caption={t('statement.balance.lines')}
        captionHidden
        rows={lines.rows}
        rowKey={(row) => `${row.statement.id} ${row.on} ${row.cents}`}
        columns={[
          { key: 'on', label: t('statement.column.date'), cell: (row) => <DateText date={row.on} /> },
          {
            key: 'statement',
            label: t('statement.column.statement'),
            cell: ({ statement }) => (
              <Link href={`${paths.payments.statement(statement.id)}?open=1`}>{statement.name}</Link>
            ),
          },
          {
            key: 'cents',
            label: t('statement.column.amount'),
            numeric: true,
            cell: (row) => <Money cents={row.cents} look="full" />,
          },
        ]}
      />
      <Pagination list={lines} what={t('statement.balance.lines')} name="regels" anchor="regels" />
    </section>
  );
}

/** Entries on the bank that no statement told of. */
export function UntoldEntries({ entries }: { entries: Paged<UntoldEntry> }) {
  const { t } = useTranslation();
  return (
    <section className="wk-stack" id="boekingen">
      <Heading level={2}>{t('statement.balance.entries')}</Heading>
      <p>{t('statement.balance.entriesHelp')}</p>
      <DataTable<UntoldEntry>
        caption={t('statement.balance.entries')}
        captionHidden
        rows={entries.rows}
        rowKey={(row) => String(row.entryId)}
        columns={[
          { key: 'on', label: t('statement.column.date'), cell: (row) => <DateText date={row.on} /> },
          { key: 'kind', label: t('statement.column.what'), cell: (row) => t(`ledger.kind.${row.kind}`) },
          { key: 'reason', label: t('statement.balance.reason'), cell: (row) => row.reason },
          {
            key: 'cents',
            label: t('statement.column.amount'),
            numeric: true,
            cell: (row) => <Money cents={row.cents} look="full" />,
          },
        ]}
      />
      <Pagination list={entries} what={t('statement.balance.entries')} name="boekingen" anchor="boekingen" />
    </section>
  );
}
