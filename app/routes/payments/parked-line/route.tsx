import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { expectedMoney } from '#db/reads/payments/bank';
import { Breadcrumb } from '~/ui/breadcrumb';
import { ButtonLink } from '~/ui/button';
import { DateText } from '~/ui/date';
import { Facts } from '~/ui/facts';
import { SelectField } from '~/ui/field';
import { ShortForm } from '~/ui/form';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { useLocale } from '~/ui/locale';
import { Money } from '~/ui/money';
import { mayEver } from '~/domain/access/policy';
import { formatEuros } from '~/domain/money/format';
import { nearestTo } from '~/domain/money/statement';
import { act, page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { assignParked } from '~/usecases/payments/assign-parked.server';
import { destinationForm } from './form.server';
import { askedParked } from '../shared/parked.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'statement.read', write: 'money.receive' } };

export const loader = page('statement.read', async (visit) => {
  const { db, actor } = visit.context;
  const apart = await askedParked(visit);
  const expected = (await expectedMoney(db)).filter(({ kind }) => kind === 'receipt');
  return {
    title: visit.t('statement.parked.lineTitle'),
    apart,
    sources: nearestTo(apart.cents, expected).map(({ id, name, year, open }) => ({ id, name, year, open })),
    mayReceive: mayEver(actor, 'money.receive').allow,
    maySend: mayEver(actor, 'batch.make').allow,
  };
});

export const action = act('money.receive', destinationForm, async (visit, typed) => {
  const { lineId } = await askedParked(visit);
  const { sourceId } = await typed();
  await assignParked(visit.context, { lineId, sourceId });
  return redirect(paths.payments.parked, 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

/** One movement that is set apart: where it may go. */
export default function ParkedLine() {
  const { t } = useTranslation();
  const { apart, maySend, mayReceive } = useLoaderData<typeof loader>();
  const { counterName, counterIban, bookedOn, cents, statement, reason } = apart;
  const title = t('statement.parked.lineTitle');
  return (
    <div className="wk-page wk-page--narrow">
      <Breadcrumb
        items={[
          { href: paths.payments.statements, label: t('statement.list.title') },
          { href: paths.payments.parked, label: t('statement.parked.title') },
        ]}
        current={title}
      />
      <Heading level={1}>{title}</Heading>
      <Facts
        items={[
          { label: t('statement.column.amount'), value: <Money cents={cents} look="full" /> },
          { label: t('statement.column.date'), value: <DateText date={bookedOn} /> },
          { label: t('statement.parked.from'), value: counterName ?? t('statement.page.nobody') },
          ...(counterIban
            ? [
                {
                  label: t('statement.page.account'),
                  value: <span className="wk-figures">{counterIban}</span>,
                },
              ]
            : []),
          {
            label: t('statement.column.statement'),
            value: <Link href={paths.payments.statement(statement.id)}>{statement.name}</Link>,
          },
          ...(reason ? [{ label: t('statement.parked.why'), value: reason }] : []),
        ]}
      />
      {cents > 0n && mayReceive ? <Destination /> : null}
      {cents > 0n && maySend ? <SendBack /> : null}
      {cents < 0n ? <p>{t('statement.parked.wentOut')}</p> : null}
    </div>
  );
}

function Destination() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { sources } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  return (
    <section className="wk-stack">
      <Heading level={2}>{t('statement.parked.destination')}</Heading>
      {sources.length === 0 ? (
        <p>{t('statement.parked.noSource')}</p>
      ) : (
        <ShortForm result={result} submit={t('statement.parked.assign')}>
          {(field) => (
            <SelectField
              {...field('sourceId', t('statement.parked.source'))}
              help={t('statement.parked.assignHelp')}
              empty={t('statement.match.choose')}
              options={sources.map(({ id, name, year, open }) => ({
                value: id,
                label: t('statement.match.source', { name, year, open: formatEuros(open, locale) }),
              }))}
            />
          )}
        </ShortForm>
      )}
    </section>
  );
}

function SendBack() {
  const { t } = useTranslation();
  const { apart } = useLoaderData<typeof loader>();
  return (
    <section className="wk-stack">
      <Heading level={2}>{t('statement.parked.back')}</Heading>
      {apart.counterIban ? (
        <p>
          <ButtonLink href={paths.payments.sendBack(apart.lineId)} look="secondary">
            {t('statement.parked.sendBack')}
          </ButtonLink>
        </p>
      ) : (
        <p>{t('statement.parked.noAccount')}</p>
      )}
    </section>
  );
}
