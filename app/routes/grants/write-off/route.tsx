import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { MoneyField, TextArea } from '~/ui/field';
import { useLocale } from '~/ui/locale';
import { euroInput, formatEuros } from '~/domain/money/format';
import { writeOffForm } from './form.server';
import { act, page } from '~/http/route.server';
import { ShortForm } from '~/ui/form';
import { writeOffClaim } from '~/usecases/grants/write-off-claim.server';
import { numberIn } from '~/http/address.server';
import { GrantFrame } from '../shared/frame';
import { backTo, grantForAct } from '../shared/view.server';
import { atAmount } from '../shared/view.server';
import { metaOf } from '~/http/page-meta';

export const handle = { access: { read: 'money.writeOff', write: 'money.writeOff' } };

export const loader = page('money.writeOff', async (visit) => {
  const { number, title, standing } = await grantForAct(visit, 'writeOff');
  return {
    title: visit.t('grant.writeOff.title'),
    grant: { number, name: title },
    open: standing.claim,
  };
});

export const action = act('money.writeOff', writeOffForm, async (visit, typed) => {
  const number = numberIn(visit);
  const form = await typed();
  await writeOffClaim(visit.context, { number, ...form }).catch(atAmount);
  return backTo(number, 'writeOff');
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function WriteOff() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { grant, open } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <GrantFrame grant={grant} heading={t('grant.writeOff.title')}>
      <p className="wk-intro">{t('grant.writeOff.intro', { open: formatEuros(open, locale) })}</p>
      <ShortForm
        result={reply?.result}
        submit={t('grant.writeOff.submit')}
        defaultValue={{ cents: euroInput(open) }}
      >
        {(field) => (
          <>
            <MoneyField {...field('cents', t('grant.writeOff.cents'))} />
            <TextArea
              {...field('reason', t('grant.writeOff.reason'))}
              help={t('grant.writeOff.reasonHelp')}
              rows={4}
            />
          </>
        )}
      </ShortForm>
    </GrantFrame>
  );
}
