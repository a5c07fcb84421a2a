import { type DivisionOf, divisionsOf } from '#db/reads/sources/division';
import { weightText } from '~/domain/ledger/division';
import { csvOf, type CsvColumn } from '~/formats/csv';
import { file } from '~/http/bare.server';
import { download } from '~/http/download.server';
import { askedSource } from '../shared/view.server';

export const handle = { access: { read: 'site.read' } };

type Row = { division: DivisionOf; part: DivisionOf['parts'][number] };

/** All that somebody needs to recompute a division: a line for each wijk, in the order in which left-over cents fall. */
export const loader = file('site.read', async (visit) => {
  const { t, context } = visit;
  const source = await askedSource(visit);
  const divisions = await divisionsOf(context.db, source.id);
  const columns: CsvColumn<Row>[] = [
    { label: t('ledger.column.source'), value: () => source.name },
    { label: t('ledger.column.year'), value: () => source.year },
    { label: t('source.division.on'), value: ({ division }) => division.dividedOn },
    { label: t('source.division.key'), value: ({ division }) => t(`source.by.${division.by}`) },
    { label: t('source.division.weightsFrom'), value: ({ division }) => division.weightsFrom },
    { label: t('source.division.total'), value: ({ division }) => division.totalCents },
    { label: t('source.form.foot'), value: ({ division }) => division.footCents },
    { label: t('source.division.address'), value: ({ part }) => part.slug },
    { label: t('ledger.column.wijk'), value: ({ part }) => part.name },
    {
      label: t('source.division.weight'),
      value: ({ part: { weight } }) => (weight === null ? null : weightText(weight)),
    },
    { label: t('ledger.column.amount'), value: ({ part }) => part.cents },
  ];
  const rows = divisions.flatMap((division) => division.parts.map((part) => ({ division, part })));
  return download(`verdeling-${source.code.toLowerCase()}.csv`, csvOf(columns, rows));
});
