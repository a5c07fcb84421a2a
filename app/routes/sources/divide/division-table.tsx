import { type TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '~/ui/data-table';
import { type Locale, useLocale } from '~/ui/locale';
import { Money } from '~/ui/money';
import { PerHead, PerHeadNote } from '~/ui/spending-table';
import { perHead, perHeadOf } from '~/domain/area/spending';
import { type DivisionKey, type Weight } from '~/domain/ledger/division';
import { type Cents, subtract, sum, zero } from '~/domain/money/cents';
import { shownWeight } from '../shared/weight';

export interface DivisionPart {
  areaId: string;
  name: string;
  inhabitants: number | null;
  weight: Weight;
  footCents: Cents;
  restCents: Cents;
  cents: Cents;
  lastYear: Cents | null;
}

interface DivisionTableProps {
  by: DivisionKey;
  year: number;
  parts: readonly DivisionPart[];
}

type Own = Column<DivisionPart>;

/** What each wijk gets of a source, with how that came about, what it is per head, and what it was a year before. */
export function DivisionTable({ by, year, parts }: DivisionTableProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const hasBefore = parts.some(({ lastYear }) => lastYear !== null);
  const all = whole(parts);
  const columns = [
    ...keyColumns(t, locale, by),
    money('cents', t('ledger.column.total'), (row) => row.cents),
    { key: 'perHead', label: t('source.preview.perHead'), numeric: true, cell: headCell },
    ...(hasBefore ? yearColumns(t, year) : []),
  ];
  const budgets = parts.map(({ cents, inhabitants }) => ({ budget: cents, inhabitants }));
  const totals = columns.map((column) =>
    column.key === 'perHead' ? <PerHead key="perHead" figure={perHeadOf(budgets)} /> : column.cell(all),
  );
  return (
    <>
      <DataTable<DivisionPart>
        caption={t('source.preview.table')}
        rows={parts}
        rowKey={(row) => row.areaId}
        columns={[{ key: 'wijk', label: t('ledger.column.wijk'), cell: (row) => row.name }, ...columns]}
        total={[t('ledger.column.total'), ...totals]}
      />
      <PerHeadNote />
      {hasBefore ? null : (
        <p className="wk-small wk-soft">{t('source.preview.noBefore', { year: year - 1 })}</p>
      )}
    </>
  );
}

const money = (key: string, label: string, centsOf: (row: DivisionPart) => Cents): Own => ({
  key,
  label,
  numeric: true,
  cell: (row) => <Money cents={centsOf(row)} look="full" />,
});

const headCell = ({ cents, inhabitants }: DivisionPart) => <PerHead figure={perHead(cents, inhabitants)} />;

function keyColumns(t: TFunction, locale: Locale, by: DivisionKey): Own[] {
  if (by === 'amounts') return [];
  if (by === 'inhabitants') {
    return [
      money('foot', t('source.preview.foot'), (row) => row.footCents),
      money('rest', t('source.preview.rest'), (row) => row.restCents),
    ];
  }
  const cell = ({ weight }: DivisionPart) => shownWeight(weight, locale);
  return [{ key: 'weight', label: t('source.division.weight'), numeric: true, cell }];
}

function yearColumns(t: TFunction, year: number): Own[] {
  return [
    money('before', t('source.preview.before', { year: year - 1 }), (row) => row.lastYear ?? zero),
    money('difference', t('source.preview.difference'), (row) => subtract(row.cents, row.lastYear ?? zero)),
  ];
}

/** All wijken as one row. */
function whole(parts: readonly DivisionPart[]): DivisionPart {
  const total = (centsOf: (part: DivisionPart) => Cents) => sum(parts.map(centsOf));
  return {
    ...{ areaId: '', name: '', inhabitants: null },
    weight: parts.reduce((all, { weight }) => all + weight, 0n),
    footCents: total(({ footCents }) => footCents),
    restCents: total(({ restCents }) => restCents),
    cents: total(({ cents }) => cents),
    lastYear: total(({ lastYear }) => lastYear ?? zero),
  };
}
