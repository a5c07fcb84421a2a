import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { subAccountsOf } from '#db/reads/grants/grant';
import { SourceMoney } from '~/ui/source-money';
import { Button, ButtonGroup, ButtonLink } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { Form } from '~/ui/form';
import { useLocale } from '~/ui/locale';
import { type Share, totalOf } from '~/domain/ledger/posting';
import { formatEuros } from '~/domain/money/format';
import { zero } from '~/domain/money/cents';
import { accountingForm } from '~/routes/grants/shared/forms.server';
import { settleForm } from './form.server';
import { act, page } from '~/http/route.server';
import { errorsIn } from '~/ui/form-errors';
import { previewSettlement } from '~/usecases/grants/preview-settlement.server';
import { settleGrant } from '~/usecases/grants/settle-grant.server';
import { numberIn } from '~/http/address.server';
import { metaOf } from '~/http/page-meta';
import { GrantFrame } from '../shared/frame';
import { backTo, grantForAct } from '../shared/view.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'money.settle', write: 'money.settle' } };

export const loader = page('money.settle', async (visit) => {
  const { number, title, initiativeId } = await grantForAct(visit, 'settle');
  const typed = Object.fromEntries(visit.url.searchParams);
  const accounting = accountingForm.safeParse(typed);
  if (!accounting.success) throw redirect(paths.grants.settle(number), 303);
  const { granted, amount, settled } = await previewSettlement(visit.context, number, accounting.data);
  const accounts = await subAccountsOf(visit.context.db, initiativeId);
  return {
    title: visit.t('grant.check.title'),
    grant: { number, name: title },
    ...{ typed, granted, amount, settled, accounting: accounting.data },
    sources: accounts.filter(({ kind }) => kind === 'committed'),
    query: visit.url.searchParams.toString(),
  };
});

export const action = act('money.settle', settleForm, async (visit, typed) => {
  const number = numberIn(visit);
  const form = await typed();
  await settleGrant(visit.context, { number, ...form });
  return backTo(number, 'settle');
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function SettleCheck() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { grant, typed, granted, amount, accounting, query } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const euros = (cents: typeof amount) => formatEuros(cents, locale);
  const { costCents, otherIncomeCents, ground, explanation } = accounting;
  return (
    <GrantFrame grant={grant} heading={t('grant.check.title')}>
      <ErrorSummary errors={errorsIn(reply?.result).map(({ message }) => ({ message }))} />
      <p className="wk-intro">
        {t('grant.check.amount', { amount: euros(amount), granted: euros(granted) })}
      </p>
      <p>
        {t('grant.check.sum', { cost: euros(costCents), otherIncome: euros(otherIncomeCents) })}{' '}
        {t('grant.check.nothingYet')}
      </p>
      <Consequences />
      <PerSource />
      <div className="wk-stack wk-stack--close">
        <p>
          <strong>{t('grant.check.public')}</strong>
        </p>
        {ground ? <p>{t(`grant.ground.${ground}`)}</p> : null}
        <p className="wk-prose wk-prose--written">{explanation}</p>
      </div>
      <Form>
        {Object.entries(typed).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <ButtonGroup>
          <Button>{t('grant.check.submit')}</Button>
          <ButtonLink look="secondary" href={`${paths.grants.settle(grant.number)}?${query}`}>
            {t('grant.check.change')}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </GrantFrame>
  );
}

const effects = ['after', 'claimed', 'freed'] as const;

/** What follows, in words: only what really happens. */
function Consequences() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { settled } = useLoaderData<typeof loader>();
  const real = effects.filter((effect) => totalOf(settled[effect]) > 0n);
  if (real.length === 0) return <p>{t('grant.check.same')}</p>;
  return (
    <ul>
      {real.map((effect) => (
        <li key={effect}>
          {t(`grant.check.${effect}`, { amount: formatEuros(totalOf(settled[effect]), locale) })}
        </li>
      ))}
    </ul>
  );
}

function PerSource() {
  const { t } = useTranslation();
  const { settled, sources } = useLoaderData<typeof loader>();
  const columns = [settled.spent, settled.after, settled.claimed, settled.freed];
  const of = (shares: readonly Share[], id: string) =>
    shares.find(({ sourceId }) => sourceId === id)?.cents ?? zero;
  return (
    <SourceMoney
      caption={t('grant.check.table')}
      columns={[
        t('grant.check.spent'),
        t('grant.check.afterColumn'),
        t('grant.check.claimedColumn'),
        t('grant.check.freedColumn'),
      ]}
      rows={sources.map(({ sourceId, source, kolom }) => ({
        id: sourceId,
        name: source,
        kolom,
        figures: columns.map((shares) => of(shares, sourceId)),
      }))}
    />
  );
}
