import { allMoneyRows, type MoneyRow, partiesOfYear } from '#db/reads/money/rows';
import { csvOf, type CsvColumn } from '~/formats/csv';
import { download } from '~/http/download.server';
import { askedRows } from '~/routes/money/shared/asked.server';
import { bigFile } from '~/http/bare.server';
import { chosenYear } from '~/http/year.server';

export const handle = { access: { read: 'site.read' } };

export const loader = bigFile('site.read', async (visit) => {
  const { t, context } = visit;
  const { year } = await chosenYear(visit);
  const query = askedRows(visit, year, await partiesOfYear(context.db, year));
  const columns: CsvColumn<MoneyRow>[] = [
    { label: t('ledger.column.date'), value: (row) => row.effectiveOn },
    { label: t('ledger.column.wijk'), value: (row) => row.wijk },
    { label: t('ledger.column.number'), value: (row) => row.number },
    { label: t('ledger.journal.line'), value: (row) => row.line },
    { label: t('ledger.column.kind'), value: (row) => t(`ledger.kind.${row.kind}`) },
    { label: t('ledger.column.account'), value: (row) => t(`ledger.account.${row.account}`) },
    { label: t('ledger.column.kolom'), value: (row) => t(`ledger.kolom.${row.kolom}`) },
    { label: t('ledger.column.source'), value: (row) => row.source },
    { label: t('money.city.theme'), value: (row) => row.theme && t(`initiative.theme.${row.theme}`) },
    { label: t('ledger.column.initiative'), value: (row) => row.title },
    { label: t('ledger.column.reason'), value: (row) => row.reason },
    { label: t('ledger.column.amount'), value: (row) => row.cents },
  ];
  const rows = await allMoneyRows(context.db, query);
  return download(`${query.figure}-${year}.csv`, csvOf(columns, rows));
});
