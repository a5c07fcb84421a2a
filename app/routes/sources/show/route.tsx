import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { giverRefund } from '#db/reads/payments/parked';
import { entriesOfSource, paidFor, paidForTotal, sharesPerWijk } from '#db/reads/sources/source';
import { BigFigures } from '~/ui/big-figures';
import { SourceEntries } from './entries';
import { SourcePaidFor } from './paid-for';
import { SourceState } from '~/routes/sources/shared/state';
import { SourceTermsFacts } from '~/routes/sources/shared/terms';
import { SourceWijken } from './wijken';
import { endedYear } from '#db/reads/yearEnd/result';
import { EndedYearLine } from '~/ui/ended-year';
import { Breadcrumb } from '~/ui/breadcrumb';
import { formatDate } from '~/ui/date';
import { MoneyField } from '~/ui/field';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { useLocale } from '~/ui/locale';
import { Money } from '~/ui/money';
import { mayEver } from '~/domain/access/policy';
import { type Cents } from '~/domain/money/cents';
import { euroInput, formatEuros } from '~/domain/money/format';
import { pageIn } from '~/http/address.server';
import { act, page } from '~/http/route.server';
import { receiptForm } from './form.server';
import { ShortForm } from '~/ui/form';
import { receiveSource } from '~/usecases/sources/receive-source.server';
import { askedSource } from '../shared/view.server';
import { atAmount } from '../shared/view.server';
import { metaOf } from '~/http/page-meta';
import { paths } from '~/paths';

export const handle = { access: { read: 'money.readAll', write: 'money.receive' } };

export const loader = page('money.readAll', async (visit) => {
  const { db, actor, today } = visit.context;
  const source = await askedSource(visit);
  return {
    title: source.name,
    source,
    ended: await endedYear(db, source.year, { sourceId: source.id }),
    wijken: await sharesPerWijk(db, source.id),
    initiatives: await paidFor(db, source.id, pageIn(visit, 'betaald')),
    paidForTotal: await paidForTotal(db, source.id),
    entries: await entriesOfSource(db, source.id, pageIn(visit, 'boekingen')),
    mayReceive: mayEver(actor, 'money.receive').allow,
    mayPledge: mayEver(actor, 'money.pledge').allow,
    mayReverse: mayEver(actor, 'money.reverse').allow,
    maySend: mayEver(actor, 'batch.make').allow,
    back: await giverRefund(db, source.id),
    today,
  };
});

export const action = act('money.receive', receiptForm, async (visit, typed) => {
  const { id, code } = await askedSource(visit);
  const receipt = await typed();
  await receiveSource(visit.context, { sourceId: id, ...receipt }).catch(atAmount);
  return redirect(paths.sources.show(code), 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function SourcePage() {
  const { t } = useTranslation();
  const { source, wijken, initiatives, entries, mayReceive, mayReverse, ...rest } =
    useLoaderData<typeof loader>();
  const { year, funder } = source;
  const kolom = t(`ledger.kolom.${source.kolom}`);
  return (
    <div className="wk-page">
      <Breadcrumb
        items={[
          { href: paths.money.desk, label: t('ledger.desk.title') },
          { href: `${paths.sources.list}?jaar=${year}`, label: t('source.list.title', { year }) },
        ]}
        current={source.name}
      />
      <div className="wk-stack">
        <Heading level={1}>{source.name}</Heading>
        <p className="wk-intro">{t('source.page.intro', { funder, year, kolom })}</p>
        <SourceState arrival={source.arrival} validity={source.validity} />
      </div>
      <Figures />
      <div className="wk-split">
        <section className="wk-stack">
          <Heading level={2}>{t('source.terms.title')}</Heading>
          <SourceTermsFacts terms={source} />
        </section>
        {mayReceive ? <Receive /> : null}
      </div>
      <section className="wk-stack">
        <Heading level={2}>{t('source.page.wijken')}</Heading>
        <SourceWijken rows={wijken} year={year} ended={rest.ended !== null} />
        <p>
          <Link href={paths.sources.division(source.code)}>{t('source.division.link')}</Link>
        </p>
        <ExtraLink />
      </section>
      <GoesBack />
      <section className="wk-stack" id="betaald">
        <Heading level={2}>{t('source.page.paidFor')}</Heading>
        {initiatives.total > 0 ? <p>{t('source.page.paidForIntro')}</p> : null}
        <SourcePaidFor initiatives={initiatives} total={rest.paidForTotal} />
      </section>
      <section className="wk-stack" id="boekingen">
        <Heading level={2}>{t('source.page.entries')}</Heading>
        <SourceEntries entries={entries} mayReverse={mayReverse} />
      </section>
    </div>
  );
}

function Figures() {
  const { t } = useTranslation();
  const { source, ended } = useLoaderData<typeof loader>();
  const shown = ['promised', 'received', 'receivable', 'left'] as const;
  return (
    <>
      <BigFigures
        items={shown.map((part) => ({
          label: t(`source.column.${ended && part === 'left' ? 'later' : part}`),
          value: <Money cents={source[part]} />,
        }))}
      />
      {ended ? <EndedYearLine ended={ended} left={null} /> : null}
    </>
  );
}

function Receive() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { source, today } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const open = formatEuros(source.receivable, locale);
  const typed = { cents: euroInput(source.receivable) };
  return (
    <section className="wk-stack">
      <Heading level={2}>{t('source.receive.title')}</Heading>
      {source.receivable > 0n ? (
        <>
          <p>{t('source.receive.intro', { open, today: formatDate(today, locale) })}</p>
          <ShortForm
            key={typed.cents}
            result={reply?.result}
            submit={t('source.receive.submit')}
            defaultValue={typed}
          >
            {(field) => (
              <>
                <MoneyField
                  {...field('cents', t('source.receive.cents'))}
                  help={t('source.receive.centsHelp', { open })}
                />
              </>
            )}
          </ShortForm>
        </>
      ) : (
        <p>{t('source.receive.whole')}</p>
      )}
    </section>
  );
}

/** What of it goes back to its giver or went there, and the way to pay that. */
function GoesBack() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { source, back, maySend } = useLoaderData<typeof loader>();
  const { goesBack, givenBack, funder } = source;
  if (goesBack === 0n && givenBack === 0n) return null;
  const amount = (cents: Cents) => formatEuros(cents, locale);
  return (
    <section className="wk-stack">
      <Heading level={2}>{t('source.giveBack.heading')}</Heading>
      {givenBack > 0n ? <p>{t('source.giveBack.given', { amount: amount(givenBack), funder })}</p> : null}
      {goesBack > 0n ? <p>{t('source.giveBack.goes', { amount: amount(goesBack), funder })}</p> : null}
      {back && !back.from ? <p>{t('source.giveBack.noAccount')}</p> : null}
      {back?.from && maySend ? (
        <p>
          <Link href={paths.sources.giveBack(source.code)}>{t('source.giveBack.link')}</Link>
        </p>
      ) : null}
    </section>
  );
}

function ExtraLink() {
  const { t } = useTranslation();
  const { source, mayPledge } = useLoaderData<typeof loader>();
  if (!mayPledge) return null;
  return (
    <p>
      <Link href={paths.sources.extra(source.code)}>{t('source.page.extra')}</Link>
    </p>
  );
}
