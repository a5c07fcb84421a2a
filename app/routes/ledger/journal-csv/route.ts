import { type JournalEntry, type JournalPosting } from '#db/reads/ledger/journal-export';
import { csvOf, type CsvColumn } from '~/formats/csv';
import { download } from '~/http/download.server';
import { askedJournals } from '~/routes/ledger/shared/journal-export.server';
import { bigFile } from '~/http/bare.server';

type Row = { entry: JournalEntry; posting: JournalPosting };

export const handle = { access: { read: 'site.read' } };

export const loader = bigFile('site.read', (visit) => {
  const { t } = visit;
  const columns: CsvColumn<Row>[] = [
    { label: t('ledger.journal.journal'), value: ({ entry }) => entry.journal },
    { label: t('ledger.column.number'), value: ({ entry }) => entry.number },
    { label: t('ledger.journal.line'), value: ({ posting }) => posting.line },
    { label: t('ledger.column.date'), value: ({ entry }) => entry.effectiveOn },
    { label: t('ledger.journal.bookedAt'), value: ({ entry }) => entry.bookedAt.toISOString() },
    { label: t('ledger.column.kind'), value: ({ entry }) => t(`ledger.kind.${entry.kind}`) },
    { label: t('ledger.journal.accountName'), value: ({ posting }) => posting.account.name },
    {
      label: t('ledger.column.account'),
      value: ({ posting }) => t(`ledger.account.${posting.account.kind}`),
    },
    { label: t('ledger.journal.sourceCode'), value: ({ posting }) => posting.source.code },
    { label: t('ledger.column.source'), value: ({ posting }) => posting.source.name },
    { label: t('ledger.column.kolom'), value: ({ posting }) => t(`ledger.kolom.${posting.source.kolom}`) },
    { label: t('ledger.journal.taskField'), value: ({ posting }) => posting.taskField },
    { label: t('ledger.journal.amount'), value: ({ posting }) => posting.cents },
    { label: t('ledger.journal.balanceAfter'), value: ({ posting }) => posting.balanceAfter },
    { label: t('ledger.column.initiative'), value: ({ posting }) => posting.account.initiative },
    { label: t('ledger.column.decision'), value: ({ entry }) => entry.decision },
    { label: t('ledger.column.reason'), value: ({ entry }) => entry.reason },
    { label: t('ledger.journal.reverses'), value: ({ entry }) => entry.reverses },
    { label: t('ledger.journal.reversedBy'), value: ({ entry }) => entry.reversedBy },
    { label: t('ledger.journal.key'), value: ({ entry }) => entry.key },
    { label: t('ledger.journal.hash'), value: ({ entry }) => entry.hash },
  ];
  return askedJournals(visit, ({ year, entries }) =>
    download(`journaal-${year}.csv`, csvOf(columns, rowsOf(entries))),
  );
});

async function* rowsOf(entries: AsyncIterable<JournalEntry>): AsyncGenerator<Row> {
  for await (const entry of entries) for (const posting of entry.postings) yield { entry, posting };
}
