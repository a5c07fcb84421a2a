import { csvOf } from '~/formats/csv';
import { download } from '~/http/download.server';
import { readableWijken } from '~/http/own-wijken.server';
import { file } from '~/http/bare.server';
import { chosenYear } from '~/http/year.server';

export const handle = { access: { read: 'money.export' } };

export const loader = file('money.export', async (visit) => {
  const { t } = visit;
  const { year } = await chosenYear(visit);
  const wijken = await readableWijken(visit, year);
  const parts = ['budget', 'reserved', 'granted', 'paid', 'left'] as const;
  const columns = [
    { label: t('ledger.column.year'), value: () => year },
    { label: t('ledger.column.wijk'), value: (wijk: (typeof wijken)[number]) => wijk.name },
    { label: t('ledger.column.inhabitants'), value: (wijk: (typeof wijken)[number]) => wijk.inhabitants },
    ...parts.map((part) => ({
      label: t(`ledger.column.${part}`),
      value: (wijk: (typeof wijken)[number]) => wijk[part],
    })),
    {
      label: t('ledger.column.perHead'),
      // A column of amounts holds no words: the number of inhabitants in the same row says why a cell is empty.
      value: ({ perHead }: (typeof wijken)[number]) => (typeof perHead === 'string' ? null : perHead),
    },
  ];
  return download(`uitgaven-${year}.csv`, csvOf(columns, wijken));
});
