import { type AuditRow, withAuditRows } from '#db/reads/audit/entry';
import { csvOf, type CsvColumn } from '~/formats/csv';
import { bigFile } from '~/http/bare.server';
import { download } from '~/http/download.server';
import { filterIn } from '../shared/filter.server';
import { didWhat, inWords, whoDid, whyOf } from '../shared/words.server';

export const handle = { access: { read: 'audit.read' } };

export const loader = bigFile('audit.read', (visit) => {
  const { t, context, url } = visit;
  const columns: CsvColumn<AuditRow>[] = [
    { label: t('audit.column.number'), value: ({ seq }) => String(seq) },
    { label: t('audit.column.when'), value: ({ at }) => at.toISOString() },
    { label: t('audit.column.who'), value: (row) => whoDid(visit, row) },
    { label: t('audit.column.what'), value: ({ act }) => didWhat(visit, act) },
    { label: t('audit.column.about'), value: ({ kind, subject }) => inWords(visit, kind, subject).label },
    { label: t('audit.column.why'), value: (row) => whyOf(visit, row) },
    { label: t('audit.column.act'), value: ({ act }) => act },
    { label: t('audit.column.whoId'), value: ({ actor }) => actor.id },
    { label: t('audit.column.kind'), value: ({ kind }) => kind },
    { label: t('audit.column.id'), value: ({ subjectId }) => subjectId },
  ];
  return withAuditRows(context.db, filterIn(url.searchParams), (rows) =>
    download('logboek.csv', csvOf(columns, rows)),
  );
});
