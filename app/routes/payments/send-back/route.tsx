import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumb } from '~/ui/breadcrumb';
import { RefundForm } from '~/ui/refund-form';
import { showIban } from '~/domain/money/iban';
import { noFields } from '~/http/fields.server';
import { act, page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { makeRefund, refundOf } from '~/usecases/payments/make-refund.server';
import { askedParked } from '../shared/parked.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'batch.make', write: 'batch.make' } };

export const loader = page('batch.make', async (visit) => {
  const { lineId, counterIban, cents: apart } = await askedParked(visit);
  if (!counterIban || apart < 0n) throw redirect(paths.payments.parkedLine(lineId), 303);
  const { name, iban, cents } = await refundOf(visit.context.db, { refund: 'sender', lineId });
  return {
    title: visit.t('statement.parked.sendBack'),
    lineId,
    refund: { name, iban: showIban(iban), cents },
  };
});

export const action = act('batch.make', noFields, async (visit) => {
  const { lineId } = await askedParked(visit);
  const number = await makeRefund(visit.context, { refund: 'sender', lineId });
  return redirect(`${paths.payments.batch(number)}?gedaan=made`, 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

/** What goes back to who sent it, before it stands on a list. */
export default function SendBack() {
  const { t } = useTranslation();
  const { lineId, refund } = useLoaderData<typeof loader>();
  return (
    <div className="wk-page wk-page--narrow">
      <Breadcrumb
        items={[
          { href: paths.payments.parked, label: t('statement.parked.title') },
          { href: paths.payments.parkedLine(lineId), label: t('statement.parked.lineTitle') },
        ]}
        current={t('statement.parked.sendBack')}
      />
      <RefundForm
        heading={t('statement.parked.sendBack')}
        refund={refund}
        result={useActionData<typeof action>()?.result}
      />
    </div>
  );
}
