import { batchLines } from '#db/reads/payments/batch';
import { ownAccount } from '#db/reads/site/settings';
import { DomainError } from '~/domain/errors';
import { messageIdOf } from '~/domain/money/payment';
import { download } from '~/http/download.server';
import { translatorFor } from '~/i18n/translator.server';
import { painOf } from '~/formats/pain';
import { file } from '~/http/bare.server';
import { askedBatch, dayOfPayment } from '../shared/batch-view.server';

export const handle = { access: { read: 'batch.read' } };

export const loader = file('batch.read', async (visit) => {
  const batch = await askedBatch(visit);
  const { id, number, state, verdict, judgedAt } = batch;
  const bank = await ownAccount(visit.context.db);
  if (verdict !== 'approved' || !judgedAt || !bank) throw new DomainError('notFound');
  if (state !== 'approved') throw new DomainError('approvalFell');
  const { t } = translatorFor('nl');
  const lines = await batchLines(visit.context.db, id);
  const xml = painOf({
    messageId: messageIdOf(number),
    createdAt: judgedAt,
    executeOn: dayOfPayment(batch),
    debtor: bank,
    lines: lines.map(({ endToEndId, cents, name, iban, initiative, source }) => ({
      ...{ endToEndId, cents, name, iban },
      text: initiative
        ? t('payment.remittance', initiative)
        : t('payment.refund.remittance', { source: source?.name }),
    })),
  });
  return download(`${messageIdOf(number)}.xml`, xml, 'application/xml');
});
