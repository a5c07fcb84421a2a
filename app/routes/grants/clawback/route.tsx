import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { MoneyField } from '~/ui/field';
import { useLocale } from '~/ui/locale';
import { euroInput, formatEuros } from '~/domain/money/format';
import { amountForm } from '~/routes/grants/shared/forms.server';
import { act, page } from '~/http/route.server';
import { ShortForm } from '~/ui/form';
import { receiveClawback } from '~/usecases/grants/receive-clawback.server';
import { numberIn } from '~/http/address.server';
import { GrantFrame } from '../shared/frame';
import { backTo, grantForAct } from '../shared/view.server';
import { atAmount } from '../shared/view.server';
import { metaOf } from '~/http/page-meta';

export const handle = { access: { read: 'money.receive', write: 'money.receive' } };

export const loader = page('money.receive', async (visit) => {
  const { number, title, standing } = await grantForAct(visit, 'receive');
  return {
    title: visit.t('grant.receive.title'),
    grant: { number, name: title },
    open: standing.claim,
  };
});

export const action = act('money.receive', amountForm, async (visit, typed) => {
  const number = numberIn(visit);
  const { cents, key } = await typed();
  await receiveClawback(visit.context, { number, cents, key }).catch(atAmount);
  return backTo(number, 'receive');
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function Clawback() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { grant, open } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <GrantFrame grant={grant} heading={t('grant.receive.title')}>
      <p className="wk-intro">{t('grant.receive.intro', { open: formatEuros(open, locale) })}</p>
      <ShortForm
        result={reply?.result}
        submit={t('grant.receive.submit')}
        defaultValue={{ cents: euroInput(open) }}
      >
        {(field) => (
          <>
            <MoneyField {...field('cents', t('grant.receive.cents'))} help={t('grant.receive.centsHelp')} />
          </>
        )}
      </ShortForm>
    </GrantFrame>
  );
}
