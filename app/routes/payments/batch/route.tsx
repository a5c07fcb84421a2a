import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { errorsIn } from '~/ui/form-errors';
import { BatchLine } from '~/routes/payments/shared/batch-state';
import { BatchLines } from '~/routes/payments/shared/batch-lines';
import { Alert } from '~/ui/alert';
import { Breadcrumb } from '~/ui/breadcrumb';
import { ErrorSummary } from '~/ui/error-summary';
import { Heading } from '~/ui/heading';
import { noFields } from '~/http/fields.server';
import { act, page } from '~/http/route.server';
import { approveBatch } from '~/usecases/payments/approve-batch.server';
import { numberIn } from '~/http/address.server';
import { metaOf } from '~/http/page-meta';
import { Approval, BatchFacts, Fallen, ToBank, Withdrawal } from './parts';
import { batchView } from './view.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'batch.read', write: 'batch.approve' } };

export const loader = page('batch.read', batchView);

export const action = act('batch.approve', noFields, async (visit) => {
  const number = numberIn(visit);
  await approveBatch(visit.context, number);
  return redirect(`${paths.payments.batch(number)}?gedaan=approved`, 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function BatchPage() {
  const { t } = useTranslation();
  const view = useLoaderData<typeof loader>();
  const { batch, lines, done } = view;
  const reply = useActionData<typeof action>();
  const { number, state, verdict, total } = batch;
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
        <ErrorSummary errors={errorsIn(reply?.result)} />
        {done && !reply ? (
          <Alert tone="good" role="status">
            <p>{t(`payment.batch.done.${done}`)}</p>
          </Alert>
        ) : null}
        <BatchLine state={state} />
      </div>
      <BatchFacts {...view} />
      {state === 'approved' ? <ToBank {...view} /> : null}
      {state === 'fallen' ? <Fallen {...view} /> : null}
      <section className="wk-stack">
        <Heading level={2}>{t('payment.batch.lines')}</Heading>
        <BatchLines
          caption={t('payment.batch.linesTable', { number })}
          rows={lines}
          total={total}
          approved={verdict === 'approved'}
        />
      </section>
      {state === 'waiting' ? <Approval {...view} /> : null}
      {state === 'waiting' ? <Withdrawal {...view} /> : null}
    </div>
  );
}
