import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { MoneyField } from '~/ui/field';
import { useLocale } from '~/ui/locale';
import { advanceRoom } from '~/domain/ledger/grant-acts';
import { euroInput, formatEuros } from '~/domain/money/format';
import { amountForm } from '~/routes/grants/shared/forms.server';
import { act, page } from '~/http/route.server';
import { ShortForm } from '~/ui/form';
import { approveAdvance } from '~/usecases/grants/approve-advance.server';
import { numberIn } from '~/http/address.server';
import { metaOf } from '~/http/page-meta';
import { GrantFrame } from '../shared/frame';
import { backTo, grantForAct } from '../shared/view.server';

export const handle = { access: { read: 'money.advance', write: 'money.advance' } };

export const loader = page('money.advance', async (visit) => {
  const { number, title, standing, advancePct } = await grantForAct(visit, 'advance');
  return {
    title: visit.t('grant.advance.title'),
    grant: { number, name: title },
    granted: standing.committed,
    pct: advancePct,
    max: advanceRoom(standing, advancePct),
  };
});

export const action = act('money.advance', amountForm, async (visit, typed) => {
  const number = numberIn(visit);
  const { cents, key } = await typed();
  await approveAdvance(visit.context, { number, cents, key });
  return backTo(number, 'advance');
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function Advance() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { grant, granted, pct, max } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const room = { pct, granted: formatEuros(granted, locale), max: formatEuros(max, locale) };
  return (
    <GrantFrame grant={grant} heading={t('grant.advance.title')}>
      <p className="wk-intro">{t('grant.advance.intro')}</p>
      <p>{t('grant.advance.room', room)}</p>
      <ShortForm
        result={reply?.result}
        submit={t('grant.advance.submit')}
        defaultValue={{ cents: euroInput(max) }}
      >
        {(field) => (
          <>
            <MoneyField {...field('cents', t('grant.advance.cents'))} help={t('grant.advance.after')} />
          </>
        )}
      </ShortForm>
    </GrantFrame>
  );
}
