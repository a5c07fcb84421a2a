import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Alert } from '~/ui/alert';
import { Breadcrumb } from '~/ui/breadcrumb';
import { TextArea } from '~/ui/field';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { may } from '~/domain/access/policy';
import { withdrawBatchForm } from './form.server';
import { act, page } from '~/http/route.server';
import { ShortForm } from '~/ui/form';
import { withdrawBatch } from '~/usecases/payments/withdraw-batch.server';
import { numberIn } from '~/http/address.server';
import { metaOf } from '~/http/page-meta';
import { askedBatch } from '../shared/batch-view.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'batch.withdraw', write: 'batch.withdraw' } };

export const loader = page('batch.withdraw', async (visit) => {
  const { number, state } = await askedBatch(visit);
  const fell = state === 'fallen' && may(visit.context.actor, 'money.reverse').allow;
  if (state !== 'waiting' && !fell) throw redirect(paths.payments.batch(number), 303);
  return { title: visit.t('payment.withdraw.title', { number }), number, fell };
});

export const action = act('batch.withdraw', withdrawBatchForm, async (visit, typed) => {
  const number = numberIn(visit);
  const { reason } = await typed();
  await withdrawBatch(visit.context, { number, reason });
  return redirect(`${paths.payments.batch(number)}?gedaan=withdrawn`, 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function BatchWithdraw() {
  const { t } = useTranslation();
  const { number, fell } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const batch = paths.payments.batch(number);
  return (
    <div className="wk-page wk-page--narrow">
      <Breadcrumb
        items={[
          { href: paths.payments.list, label: t('payment.list.title') },
          { href: batch, label: t('payment.batch.title', { number }) },
        ]}
        current={t('payment.withdraw.crumb')}
      />
      <div className="wk-stack">
        <Heading level={1}>{t('payment.withdraw.title', { number })}</Heading>
        {fell ? (
          <>
            <p className="wk-intro">{t('payment.withdraw.fallenIntro')}</p>
            <Alert tone="waiting">
              <p>{t('payment.withdraw.fallenBank')}</p>
            </Alert>
          </>
        ) : (
          <p className="wk-intro">{t('payment.withdraw.intro')}</p>
        )}
        <ShortForm result={reply?.result} submit={t('payment.withdraw.submit')}>
          {(field) => (
            <TextArea
              {...field('reason', t('payment.withdraw.reason'))}
              help={t('payment.withdraw.reasonHelp')}
              rows={4}
            />
          )}
        </ShortForm>
        <p>
          <Link href={batch}>{t('payment.withdraw.cancel')}</Link>
        </p>
      </div>
    </div>
  );
}
