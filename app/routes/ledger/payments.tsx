import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { payeesById } from '#db/reads/payee';
import { batchList, waitingPayments } from '#db/reads/payment';
import { BatchForm } from '~/components/ledger/batch-form';
import { BatchTable } from '~/components/ledger/batch-table';
import { BatchesToApprove } from '~/components/ledger/batches-to-approve';
import { PayeesToConfirm } from '~/components/ledger/payees-to-confirm';
import { WaitingPayments } from '~/components/ledger/waiting-payments';
import { Breadcrumb } from '~/components/ui/breadcrumb';
import { EmptyState } from '~/components/ui/empty-state';
import { Heading } from '~/components/ui/heading';
import { Link } from '~/components/ui/link';
import { may, mayEver } from '~/domain/access/policy';
import { calendarDateIn } from '~/domain/calendar';
import { batchForm } from '~/http/payment-forms.server';
import { act, page } from '~/http/route.server';
import { makeBatch } from '~/usecases/make-batch.server';
import { waitingRow } from './batch-view.server';

export const handle = { access: { read: 'batch.read', write: 'batch.make' } };

export const loader = page('batch.read', async (visit) => {
  const { db, actor, today } = visit.act;
  const waiting = await waitingPayments(db);
  const batches = await batchList(db);
  const payees = await payeesById(
    db,
    waiting.map(({ payeeId }) => payeeId),
  );
  const rows = waiting.map((row) => waitingRow(visit, row, payees));
  const unlisted = rows.filter(({ inBatch }) => inBatch === null);
  return {
    title: `${visit.t('payment.list.title')} - Wijkkas`,
    today,
    waiting: unlisted,
    listed: rows.length - unlisted.length,
    toConfirm: rows.filter(({ bar }) => bar === 'payeeUnconfirmed'),
    batches: batches.map(({ madeBy, madeAt, id: _id, ...batch }) => ({
      ...batch,
      madeOn: calendarDateIn(madeAt),
      own: madeBy === actor.personId,
    })),
    mayMake: may(actor, 'batch.make').allow,
    mayApprove: may(actor, 'batch.approve').allow,
    mayConfirm: mayEver(actor, 'payee.confirm').allow,
  };
});

export const action = act('batch.make', batchForm, async (visit, typed) => {
  const number = await makeBatch(visit.act, await typed());
  return redirect(`/gemeente/betalingen/${number}?gedaan=made`, 303);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? 'Wijkkas' }];

export default function Payments() {
  const { t } = useTranslation();
  const { batches, toConfirm, mayApprove, mayConfirm } = useLoaderData<typeof loader>();
  const open = batches.filter(({ verdict }) => verdict === null);
  return (
    <div className="wk-page">
      <Breadcrumb
        items={[{ href: '/gemeente', label: t('ledger.desk.title') }]}
        current={t('payment.list.title')}
      />
      <div className="wk-stack">
        <Heading level={1}>{t('payment.list.title')}</Heading>
        <p className="wk-intro">{t('payment.list.intro')}</p>
      </div>
      {mayApprove ? <BatchesToApprove batches={open} /> : null}
      {mayConfirm && toConfirm.length > 0 ? <PayeesToConfirm rows={toConfirm} /> : null}
      <Waits />
      <section className="wk-stack">
        <Heading level={2}>{t('payment.list.batches')}</Heading>
        {batches.length > 0 ? <BatchTable rows={batches} /> : <p>{t('payment.list.batchesNone')}</p>}
        <p>
          <Link href="/gemeente/afschriften">{t('payment.list.statements')}</Link>
        </p>
      </section>
    </div>
  );
}

function Waits() {
  const { t } = useTranslation();
  const { waiting, listed, today, mayMake } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <section className="wk-stack">
      <Heading level={2}>{t('payment.list.waiting')}</Heading>
      {listed > 0 ? <p className="wk-soft">{t('payment.list.listed', { count: listed })}</p> : null}
      {waiting.length === 0 ? (
        <EmptyState level={3} title={t('payment.list.waitingNoneTitle')}>
          {t('payment.list.waitingNone')}
        </EmptyState>
      ) : mayMake ? (
        <BatchForm rows={waiting} today={today} result={reply?.result} />
      ) : (
        <WaitingPayments rows={waiting} maySetPayee={false} />
      )}
    </section>
  );
}
