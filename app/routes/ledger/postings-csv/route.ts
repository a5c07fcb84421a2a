import { type PostingRow, postingsOfPool } from '#db/reads/ledger/journal';
import { onNormalSide } from '~/domain/ledger/accounts';
import { csvOf, type CsvColumn } from '~/formats/csv';
import { download } from '~/http/download.server';
import { wijkInYear } from '~/routes/ledger/shared/wijk-in-year.server';
import { bigFile } from '~/http/bare.server';

export const handle = { access: { read: 'site.read' } };

export const loader = bigFile('site.read', async (visit) => {
  const { t } = visit;
  const { wijk, year } = await wijkInYear(visit);
  const rows = wijk.poolId ? await postingsOfPool(visit.context.db, wijk.poolId) : [];
  const columns: CsvColumn<PostingRow>[] = [
    { label: t('ledger.column.number'), value: (row) => row.number },
    { label: t('ledger.column.date'), value: (row) => row.effectiveOn },
    { label: t('ledger.column.kind'), value: (row) => t(`ledger.kind.${row.kind}`) },
    { label: t('ledger.column.account'), value: (row) => t(`ledger.account.${row.account}`) },
    { label: t('ledger.column.kolom'), value: (row) => t(`ledger.kolom.${row.source.kolom}`) },
    { label: t('ledger.column.source'), value: (row) => row.source.name },
    { label: t('ledger.column.amount'), value: (row) => onNormalSide(row.account, row.cents) },
    { label: t('ledger.column.initiative'), value: (row) => row.initiative?.title ?? null },
    {
      label: t('ledger.column.decision'),
      value: ({ decision, council }) => (decision ? `${council} ${decision.year}-${decision.number}` : null),
    },
    { label: t('ledger.column.reason'), value: (row) => row.reason },
  ];
  return download(`boekingen-${wijk.slug}-${year}.csv`, csvOf(columns, rows));
});
