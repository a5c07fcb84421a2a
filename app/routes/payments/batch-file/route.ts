import { batchLines } from '#db/reads/payments/batch';
import { DomainError } from '~/domain/errors';
import { calendarDateIn } from '~/domain/calendar';
import { messageIdOf } from '~/domain/money/payment';
import { download } from '~/http/download.server';
import { translatorFor } from '~/i18n/translator.server';
import { painOf } from '~/formats/pain';
import { file } from '~/http/bare.server';
import { askedBatch } from '../shared/batch-view.server';

export const handle = { access: { read: 'batch.read' } };

export const loader = file('batch.read', async (visit) => {
  const { id, number, state, verdict, judgedAt, executeOn } = await askedBatch(visit);
  const { bank } = visit.site.config;
  if (verdict !== 'approved' || !judgedAt || !bank) throw new DomainError('notFound');
  if (state !== 'approved') throw new DomainError('approvalFell');
  const { t } = translatorFor('nl');
  const lines = await batchLines(visit.context.db, id);
  const approvedOn = calendarDateIn(judgedAt);
  const xml = painOf({
    messageId: messageIdOf(number),
    createdAt: judgedAt,
    // A bank takes no day before the order: a list that waited long is paid on the day of its approval.
    executeOn: executeOn < approvedOn ? approvedOn : executeOn,
    debtor: bank,
    lines: lines.map(({ endToEndId, cents, name, iban, initiative }) => ({
      ...{ endToEndId, cents, name, iban },
      text: t('payment.remittance', initiative),
    })),
  });
  return download(`${messageIdOf(number)}.xml`, xml, 'application/xml');
});
