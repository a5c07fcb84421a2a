import { useTranslation } from 'react-i18next';
import { MoneyTable } from '~/routes/sources/shared/money-table';
import { type Cents, sum } from '~/domain/money/cents';

export interface DivisionPart {
  areaId: string;
  name: string;
  footCents: Cents;
  restCents: Cents;
  cents: Cents;
}

/** What each wijk gets of a source, with how that came about. */
export function DivisionTable({ parts }: { parts: readonly DivisionPart[] }) {
  const { t } = useTranslation();
  const total = t('ledger.column.total');
  return (
    <MoneyTable
      caption={t('source.preview.table')}
      nameLabel={t('ledger.column.wijk')}
      columns={[t('source.preview.foot'), t('source.preview.rest'), total]}
      rows={parts.map(({ areaId, name, footCents, restCents, cents }) => ({
        key: areaId,
        label: name,
        figures: [{ cents: footCents }, { cents: restCents }, { cents }],
      }))}
      total={{
        label: total,
        figures: [
          sum(parts.map(({ footCents }) => footCents)),
          sum(parts.map(({ restCents }) => restCents)),
          sum(parts.map(({ cents }) => cents)),
        ],
      }}
    />
  );
}
