import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { payeesById } from '#db/reads/grants/payee';
import { batchLines, paymentsTo } from '#db/reads/payments/batch';
import { errorsIn } from '~/ui/refused';
import { BatchLine } from '~/routes/payments/shared/batch-state';
import { BatchLines } from '~/routes/payments/shared/batch-lines';
import { Alert } from '~/ui/alert';
import { Breadcrumb } from '~/ui/breadcrumb';
import { ErrorSummary } from '~/ui/error-summary';
import { Heading } from '~/ui/heading';
import { may } from '~/domain/access/policy';
import { calendarDateIn } from '~/domain/calendar';
import { showIban } from '~/domain/money/iban';
import { noFields } from '~/http/fields.server';
import { act, page } from '~/http/route.server';
import { approveBatch } from '~/usecases/payments/approve-batch.server';
import { numberIn } from '~/http/address.server';
import { Approval, BatchFacts, ToBank, Withdrawal } from './parts';
import { askedBatch, lineRow } from '../shared/batch-view.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'batch.read', write: 'batch.approve' } };

const acts = ['made', 'approved', 'withdrawn'] as const;

export const loader = page('batch.read', async (visit) => {
  const { db, actor } = visit.act;
  const batch = await askedBatch(visit);
  const { id, madeBy, madeAt, judgedAt, ...told } = batch;
  const listed = await batchLines(db, id);
  const to = batch.verdict === null ? listed.map(({ initiativeId }) => initiativeId) : [];
  const waiting = await paymentsTo(db, to);
  const payees = await payeesById(
    db,
    listed.map(({ payeeId }) => payeeId),
  );
  const lines = listed.map((line) => lineRow(line, batch, waiting, payees));
  const { bank } = visit.site.config;
  return {
    title: `${visit.t('payment.batch.title', { number: batch.number })} - Wijkkas`,
    batch: {
      ...told,
      madeOn: calendarDateIn(madeAt),
      judgedOn: judgedAt && calendarDateIn(judgedAt),
      own: madeBy === actor.personId,
    },
    lines,
    stale: lines.some(({ changed }) => changed !== null),
    bank: bank && { name: bank.name, iban: showIban(bank.iban) },
    mayApprove: may(actor, 'batch.approve').allow,
    done: acts.find((each) => each === visit.url.searchParams.get('gedaan')) ?? null,
  };
});
export type BatchLoader = typeof loader;

export const action = act('batch.approve', noFields, async (visit) => {
  const number = numberIn(visit);
  await approveBatch(visit.act, number);
  return redirect(`${paths.payments.batch(number)}?gedaan=approved`, 303);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? 'Wijkkas' }];

export default function BatchPage() {
  const { t } = useTranslation();
  const { batch, lines, done } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { number, verdict, total } = batch;
  const title = t('payment.batch.title', { number });
  return (
    <div className="wk-page">
      <Breadcrumb
        items={[
          { href: paths.money.desk, label: t('ledger.desk.title') },
          { href: paths.payments.list, label: t('payment.list.title') },
        ]}
        current={title}
      />
      <div className="wk-stack">
        <Heading level={1}>{title}</Heading>
        <ErrorSummary errors={errorsIn(reply?.result, () => undefined)} />
        {done && !reply ? (
          <Alert tone="good" role="status">
            <p>{t(`payment.batch.done.${done}`)}</p>
          </Alert>
        ) : null}
        <BatchLine batch={batch} />
      </div>
      <BatchFacts />
      {verdict === 'approved' ? <ToBank /> : null}
      <section className="wk-stack">
        <Heading level={2}>{t('payment.batch.lines')}</Heading>
        <BatchLines
          caption={t('payment.batch.linesTable', { number })}
          rows={lines}
          total={total}
          approved={verdict === 'approved'}
        />
      </section>
      {verdict === null ? <Approval /> : null}
      {verdict === null ? <Withdrawal /> : null}
    </div>
  );
}
