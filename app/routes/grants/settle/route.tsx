import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { RadioGroup } from '~/ui/choice-field';
import { MoneyField, TextArea } from '~/ui/field';
import { useLocale } from '~/ui/locale';
import { settlementGrounds } from '~/domain/ledger/grant';
import { euroInput, formatEuros } from '~/domain/money/format';
import { accountingForm } from '~/routes/grants/shared/forms.server';
import { act, page } from '~/http/route.server';
import { ShortForm } from '~/ui/form';
import { previewSettlement } from '~/usecases/grants/preview-settlement.server';
import { numberIn } from '~/http/address.server';
import { metaOf } from '~/http/page-meta';
import { GrantFrame } from '../shared/frame';
import { grantForAct } from '../shared/view.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'money.settle', write: 'money.settle' } };

export const loader = page('money.settle', async (visit) => {
  const { number, title, standing } = await grantForAct(visit, 'settle');
  return {
    title: visit.t('grant.settle.title'),
    grant: { number, name: title },
    granted: standing.committed,
    paid: standing.paid,
    typed: { otherIncomeCents: '0', ground: '', ...Object.fromEntries(visit.url.searchParams) },
  };
});

/** Books nothing: what was typed is shown with what it leads to. */
export const action = act('money.settle', accountingForm, async (visit, typed) => {
  const number = numberIn(visit);
  const accounting = await typed();
  await previewSettlement(visit.context, number, accounting);
  const { costCents, otherIncomeCents, ground, explanation } = accounting;
  const query = new URLSearchParams({
    costCents: euroInput(costCents),
    otherIncomeCents: euroInput(otherIncomeCents),
    ...(ground ? { ground } : {}),
    explanation,
  });
  return redirect(`${paths.grants.settleCheck(number)}?${query}`, 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function Settle() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { grant, granted, paid, typed } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <GrantFrame grant={grant} heading={t('grant.settle.title')}>
      <p className="wk-intro">{t('grant.settle.intro', { granted: formatEuros(granted, locale) })}</p>
      <p>{t('grant.settle.paid', { paid: formatEuros(paid, locale) })}</p>
      <ShortForm result={reply?.result} submit={t('grant.settle.submit')} defaultValue={typed}>
        {(field) => {
          const ground = field('ground', t('grant.settle.ground'));
          return (
            <>
              <MoneyField {...field('costCents', t('grant.settle.cost'))} help={t('grant.settle.costHelp')} />
              <MoneyField
                {...field('otherIncomeCents', t('grant.settle.otherIncome'))}
                help={t('grant.settle.otherIncomeHelp')}
              />
              <RadioGroup
                {...ground}
                defaultValue={ground.defaultValue ?? ''}
                help={t('grant.settle.groundHelp')}
                options={[
                  { value: '', label: t('grant.settle.groundNone') },
                  ...settlementGrounds.map((value) => ({ value, label: t(`grant.ground.${value}`) })),
                ]}
              />
              <TextArea
                {...field('explanation', t('grant.settle.explanation'))}
                help={t('grant.settle.explanationHelp')}
              />
            </>
          );
        }}
      </ShortForm>
    </GrantFrame>
  );
}
