import { payeesById } from '#db/reads/grants/payee';
import { batchLines, paymentsTo } from '#db/reads/payments/batch';
import { returnsOfBatch } from '#db/reads/payments/returns';
import { ownAccount } from '#db/reads/site/settings';
import { may } from '~/domain/access/policy';
import { calendarDateIn } from '~/domain/calendar';
import { approvalBar } from '~/domain/money/payee';
import { showIban } from '~/domain/money/iban';
import { type Visit } from '~/http/visit.server';
import { askedBatch, dayOfPayment, lineRow } from '../shared/batch-view.server';

const acts = ['made', 'approved', 'withdrawn'] as const;

/** One batch with its lines, and what this visitor can do with it now. */
export async function batchView(visit: Visit) {
  const { db, actor } = visit.context;
  const batch = await askedBatch(visit);
  const { id, madeBy, madeAt, judgedAt, ...details } = batch;
  const listed = await batchLines(db, id);
  const to = batch.verdict === null ? listed.flatMap(({ initiativeId }) => initiativeId ?? []) : [];
  const waiting = await paymentsTo(db, to);
  const payees = await payeesById(
    db,
    listed.map(({ payeeId }) => payeeId),
  );
  const back = await returnsOfBatch(db, id);
  const lines = listed.map((line) => lineRow(visit, line, batch, { waiting, payees, back }));
  const bank = await ownAccount(db);
  return {
    title: visit.t('payment.batch.title', { number: batch.number }),
    batch: {
      ...details,
      executeOn: dayOfPayment(batch),
      madeOn: calendarDateIn(madeAt),
      judgedOn: judgedAt && calendarDateIn(judgedAt),
      own: madeBy === actor.personId,
    },
    lines,
    stale: batch.verdict === null && lines.some(({ changed }) => changed !== null),
    recordedOne: approvalBar(payees.values(), actor.personId) !== null,
    bank: bank && { name: bank.name, iban: showIban(bank.iban) },
    mayApprove: may(actor, 'batch.approve').allow,
    mayReverse: may(actor, 'money.reverse').allow,
    done: acts.find((each) => each === visit.url.searchParams.get('gedaan')) ?? null,
  };
}

export type BatchView = Awaited<ReturnType<typeof batchView>>;
