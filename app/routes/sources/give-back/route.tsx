import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { giverRefund } from '#db/reads/payments/parked';
import { Breadcrumb } from '~/ui/breadcrumb';
import { RefundForm } from '~/ui/refund-form';
import { showIban } from '~/domain/money/iban';
import { noFields } from '~/http/fields.server';
import { act, page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { makeRefund, refundOf } from '~/usecases/payments/make-refund.server';
import { askedSource } from '../shared/view.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'batch.make', write: 'batch.make' } };

export const loader = page('batch.make', async (visit) => {
  const { id, code, name: source } = await askedSource(visit);
  const due = await giverRefund(visit.context.db, id);
  if (!due?.from) throw redirect(paths.sources.show(code), 303);
  const { name, iban, cents } = await refundOf(visit.context.db, { refund: 'giver', sourceId: id });
  return {
    title: visit.t('source.giveBack.title'),
    source: { code, name: source },
    refund: { name, iban: showIban(iban), cents },
  };
});

export const action = act('batch.make', noFields, async (visit) => {
  const { id } = await askedSource(visit);
  const number = await makeRefund(visit.context, { refund: 'giver', sourceId: id });
  return redirect(`${paths.payments.batch(number)}?gedaan=made`, 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

/** What of a source goes back to its giver, before it stands on a list. */
export default function GiveBack() {
  const { t } = useTranslation();
  const { source, refund } = useLoaderData<typeof loader>();
  return (
    <div className="wk-page wk-page--narrow">
      <Breadcrumb
        items={[{ href: paths.sources.show(source.code), label: source.name }]}
        current={t('source.giveBack.title')}
      />
      <RefundForm
        heading={t('source.giveBack.title')}
        refund={refund}
        result={useActionData<typeof action>()?.result}
      />
    </div>
  );
}
