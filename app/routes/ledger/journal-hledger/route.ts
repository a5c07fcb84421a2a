import { hledgerText } from '~/formats/hledger';
import { download } from '~/http/download.server';
import { askedJournals } from '~/routes/ledger/shared/journal-export.server';
import { bigFile } from '~/http/bare.server';

export const handle = { access: { read: 'site.read' } };

export const loader = bigFile('site.read', async (visit) => {
  const { t } = visit;
  return askedJournals(visit, ({ year, ...journals }) => {
    const about = [
      t('ledger.journal.about.what', { year }),
      t('ledger.journal.about.balance'),
      t('ledger.journal.about.check', { year }),
    ];
    return download(`journaal-${year}.hledger`, hledgerText({ year, about, ...journals }), 'text/plain');
  });
});
