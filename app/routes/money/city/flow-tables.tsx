import { useTranslation } from 'react-i18next';
import { DataTable } from '~/ui/data-table';
import { themes } from '~/domain/initiative/purpose';
import { type Flow, type Goal } from '~/domain/ledger/figure';
import { kolommen } from '~/domain/ledger/kolom';
import { type Cents, sum } from '~/domain/money/cents';
import { FigureLink } from './figure-link';
import { type MoneyAsked, type MoneyFilters, rowsHref } from '../shared/link';

interface FlowTablesProps {
  flow: Flow;
  wijken: readonly { slug: string; name: string }[];
  asked: MoneyAsked;
}

interface Column {
  key: string;
  label: string;
  /** What goes to or comes from one wijk, or all wijken together. */
  amount: (wijk?: string) => Cents;
  href: (filters: MoneyFilters) => string;
}

const goals: readonly Goal[] = [...themes, 'reserved', 'left'];

/** The bands of the picture as two tables: from each kolom to each wijk, and from each wijk to each goal. */
export function FlowTables({ flow, wijken, asked }: FlowTablesProps) {
  const { t } = useTranslation();
  const { year, ended } = asked;
  const nameOf = (goal: 'reserved' | 'left') =>
    ended && goal === 'left' ? t('ledger.column.over') : t(`money.goal.${goal}`);
  const into = kolommen.map((kolom): Column => ({
    key: kolom,
    label: t(`ledger.kolom.${kolom}`),
    amount: (wijk) => total(flow.in.filter(({ from, to }) => from === kolom && (!wijk || to === wijk))),
    href: (filters) => rowsHref(asked, 'budget', { ...filters, kolom }),
  }));
  const out = goals.map((goal): Column => ({
    key: goal,
    label: goal === 'left' || goal === 'reserved' ? nameOf(goal) : t(`initiative.theme.${goal}`),
    amount: (wijk) => total(flow.out.filter(({ from, to }) => to === goal && (!wijk || from === wijk))),
    href: (filters) =>
      goal === 'left' || goal === 'reserved'
        ? rowsHref(asked, goal, filters)
        : rowsHref(asked, 'given', { ...filters, thema: goal }),
  }));
  const whole: Column = {
    key: 'total',
    label: t('ledger.column.total'),
    amount: (wijk) => total(flow.in.filter(({ to }) => !wijk || to === wijk)),
    href: (filters) => rowsHref(asked, 'budget', filters),
  };
  const tableOf = (caption: string, columns: readonly Column[]) => (
    <Matrix
      caption={caption}
      wijken={wijken}
      columns={[...columns.filter(({ amount }) => amount() > 0n), whole]}
    />
  );
  return (
    <div className="wk-stack--wide">
      {tableOf(t('money.city.flow.inTable', { year }), into)}
      {tableOf(t('money.city.flow.outTable', { year }), out)}
      <p className="wk-small wk-soft">{t('money.city.flow.outNote')}</p>
    </div>
  );
}

const total = (bands: readonly { cents: Cents }[]) => sum(bands.map((band) => band.cents));

function Matrix({
  caption,
  wijken,
  columns,
}: Pick<FlowTablesProps, 'wijken'> & { caption: string; columns: readonly Column[] }) {
  const { t } = useTranslation();
  const cell = ({ amount, href }: Column, wijk?: string) => (
    <FigureLink href={href(wijk ? { wijk } : {})} cents={amount(wijk)} look="full" />
  );
  return (
    <div className="wk-scroll wk-scroll--tight">
      <DataTable<{ slug: string; name: string }>
        caption={caption}
        rows={wijken}
        rowKey={({ slug }) => slug}
        columns={[
          { key: 'wijk', label: t('ledger.column.wijk'), cell: ({ name }) => name },
          ...columns.map((column) => ({
            key: column.key,
            label: column.label,
            numeric: true,
            cell: ({ slug }: { slug: string }) => cell(column, slug),
          })),
        ]}
        total={[
          t('ledger.column.total'),
          ...columns.map((column) => <span key={column.key}>{cell(column)}</span>),
        ]}
      />
    </div>
  );
}
