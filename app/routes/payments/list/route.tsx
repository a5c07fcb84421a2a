import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { payeesById } from '#db/reads/grants/payee';
import {
  type Batch,
  batchesPage,
  openBatches,
  unconfirmedPayments,
  type Waiting,
  waitingPayments,
  waitingTotals,
} from '#db/reads/payments/batch';
import { lastReturns } from '#db/reads/payments/returns';
import { BatchForm } from './batch-form';
import { BatchTable } from './batch-table';
import { BatchesToApprove } from './batches-to-approve';
import { PayeesToConfirm } from './payees-to-confirm';
import { WaitingPayments } from '~/ui/waiting-payments';
import { Breadcrumb } from '~/ui/breadcrumb';
import { EmptyState } from '~/ui/empty-state';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { Pagination } from '~/ui/pagination';
import { may, mayEver } from '~/domain/access/policy';
import { calendarDateIn } from '~/domain/calendar';
import { batchForm } from './form.server';
import { pageIn } from '~/http/address.server';
import { act, page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { makeBatch } from '~/usecases/payments/make-batch.server';
import { waitingRow } from '../shared/batch-view.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'batch.read', write: 'batch.make' }, runs: true };

export const loader = page('batch.read', async (visit) => {
  const { db, actor, today } = visit.context;
  const [waiting, toConfirm, open, batches] = await Promise.all([
    waitingPayments(db, pageIn(visit)),
    unconfirmedPayments(db, pageIn(visit, 'bevestigen')),
    openBatches(db, pageIn(visit, 'goedkeuren')),
    batchesPage(db, pageIn(visit, 'lijsten')),
  ]);
  const payees = await payeesById(
    db,
    [...waiting.rows, ...toConfirm.rows].map(({ payeeId }) => payeeId),
  );
  const back = await lastReturns(
    db,
    [...waiting.rows, ...toConfirm.rows].map(({ initiativeId }) => initiativeId),
  );
  const row = (each: Waiting) => waitingRow(visit, each, payees, back);
  const batchRow = ({ madeBy, madeAt, id: _id, ...batch }: Batch) => ({
    ...batch,
    madeOn: calendarDateIn(madeAt),
    own: madeBy === actor.personId,
  });
  return {
    title: visit.t('payment.list.title'),
    today,
    totals: await waitingTotals(db),
    waiting: { ...waiting, rows: waiting.rows.map(row) },
    toConfirm: { ...toConfirm, rows: toConfirm.rows.map(row) },
    open: { ...open, rows: open.rows.map(batchRow) },
    batches: { ...batches, rows: batches.rows.map(batchRow) },
    mayMake: may(actor, 'batch.make').allow,
    mayApprove: may(actor, 'batch.approve').allow,
    mayConfirm: mayEver(actor, 'payee.confirm').allow,
  };
});

export const action = act('batch.make', batchForm, async (visit, typed) => {
  const number = await makeBatch(visit.context, await typed());
  return redirect(`${paths.payments.batch(number)}?gedaan=made`, 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function Payments() {
  const { t } = useTranslation();
  const { batches, open, toConfirm, mayApprove, mayConfirm } = useLoaderData<typeof loader>();
  return (
    <div className="wk-page">
      <Breadcrumb
        items={[{ href: paths.money.desk, label: t('ledger.desk.title') }]}
        current={t('payment.list.title')}
      />
      <div className="wk-stack">
        <Heading level={1}>{t('payment.list.title')}</Heading>
        <p className="wk-intro">{t('payment.list.intro')}</p>
      </div>
      {mayApprove ? <BatchesToApprove batches={open} /> : null}
      {mayConfirm && toConfirm.total > 0 ? <PayeesToConfirm payments={toConfirm} /> : null}
      <Waits />
      <section className="wk-stack" id="lijsten">
        <Heading level={2}>{t('payment.list.batches')}</Heading>
        {batches.total > 0 ? <BatchTable rows={batches.rows} /> : <p>{t('payment.list.batchesNone')}</p>}
        <Pagination list={batches} what={t('payment.list.batches')} name="lijsten" anchor="lijsten" />
        <p>
          <Link href={paths.payments.statements}>{t('payment.list.statements')}</Link>
        </p>
      </section>
    </div>
  );
}

function Waits() {
  const { t } = useTranslation();
  const { waiting, totals, today, mayMake } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <section className="wk-stack" id="wacht">
      <Heading level={2}>{t('payment.list.waiting')}</Heading>
      {totals.listed > 0 ? (
        <p className="wk-soft">{t('payment.list.listed', { count: totals.listed })}</p>
      ) : null}
      {waiting.total === 0 ? (
        <EmptyState level={3} title={t('payment.list.waitingNoneTitle')}>
          {t('payment.list.waitingNone')}
        </EmptyState>
      ) : mayMake ? (
        <BatchForm rows={waiting.rows} total={totals.cents} today={today} result={reply?.result} />
      ) : (
        <WaitingPayments rows={waiting.rows} total={totals.cents} maySetPayee={false} />
      )}
      <Pagination list={waiting} what={t('payment.list.waiting')} anchor="wacht" />
    </section>
  );
}
