import { EndedYearMoney } from '~/ui/ended-year';
import { type MetaFunction, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { installationOf } from '#db/reads/area/area';
import { AsOfForm } from './as-of-form';
import { CityTables } from './tables';
import { FlowChart } from './flow-chart';
import { FlowTables } from './flow-tables';
import { moneyQuery, rowsHref } from '~/routes/money/shared/link';
import { YearChoice } from '~/ui/year-choice';
import { BudgetBar } from '~/ui/budget-bar';
import { Heading } from '~/ui/heading';
import { Icon } from '~/ui/icon';
import { Link } from '~/ui/link';
import { useLocale } from '~/ui/locale';
import { amountOf } from '~/domain/ledger/figure';
import { formatEuros } from '~/domain/money/format';
import { cityMoney } from './view.server';
import { askedDay, endedAt } from '~/routes/money/shared/asked.server';
import { page } from '~/http/route.server';
import { chosenYear } from '~/http/year.server';
import { metaOf } from '~/http/page-meta';
import { paths } from '~/paths';

export const handle = { access: { read: 'site.read' } };

export const loader = page('site.read', async (visit) => {
  const { db, today } = visit.context;
  const { year, years } = await chosenYear(visit);
  const day = askedDay(visit);
  const place = (await installationOf(db))?.gemeente;
  const heading = place ? visit.t('ledger.city.title', { place }) : visit.t('ledger.city.titleAnywhere');
  return {
    title: heading,
    description: visit.t('ledger.city.description'),
    heading,
    year,
    years,
    today,
    day,
    money: await cityMoney(visit, year, day.on),
    ended: await endedAt(visit, { year, on: day.on }),
  };
});

export const meta: MetaFunction<typeof loader> = metaOf;

type Data = ReturnType<typeof useLoaderData<typeof loader>>;

const journalFiles = [
  ['csv', paths.ledger.journalCsv],
  ['hledger', paths.ledger.journalHledger],
] as const;

export default function City() {
  const { t } = useTranslation();
  const data = useLoaderData<typeof loader>();
  const { heading, year, years, today, day, money, ended } = data;
  const asked = { year, on: day.on, ended: ended !== null };
  return (
    <div className="wk-page">
      <div className="wk-stack">
        <Heading level={1}>{heading}</Heading>
        <p className="wk-intro">{t('money.city.intro')}</p>
        <p>
          <Link href={paths.money.howMoney}>{t('money.city.how')}</Link>
        </p>
        <div className="wk-as-of-row">
          <YearChoice year={year} years={years} path={paths.money.city} />
          <AsOfForm path={paths.money.city} year={year} today={today} asked={day} />
        </div>
      </div>
      {money.total.budget > 0n ? (
        <>
          <section className="wk-stack">
            <Heading level={2}>{t('ledger.city.whole', { year })}</Heading>
            <BudgetBar {...money.total} ended={ended !== null} hrefOf={(part) => rowsHref(asked, part)} />
            <EndedYearMoney ended={ended} left={money.total.left} />
          </section>
          <FlowFigure data={data} />
          <CityTables asked={asked} money={money} />
        </>
      ) : (
        <p>{day.on ? t('money.city.nothing', { year }) : t('ledger.city.none', { year })}</p>
      )}
      <CheckYourself year={year} query={moneyQuery(asked)} />
    </div>
  );
}

function FlowFigure({ data: { year, day, money, ended } }: { data: Data }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { total, foremost, picture, flow, names } = money;
  const budget = formatEuros(total.budget, locale);
  const given = formatEuros(amountOf('given', total), locale);
  const headline = foremost
    ? t('money.city.flow.headline', { budget, given, theme: t(`initiative.theme.${foremost}`) })
    : t('money.city.flow.headlineNone', { budget });
  const asked = { year, on: day.on, ended: ended !== null };
  return (
    <figure className="wk-chart wk-flow">
      <figcaption className="wk-stack--close">
        <Heading level={2}>{headline}</Heading>
        <p className="wk-soft">{t('money.city.flow.key')}</p>
      </figcaption>
      {picture ? (
        <FlowChart picture={picture} headline={headline} wijken={names.wijken} asked={asked} />
      ) : null}
      <details className="wk-details">
        <summary>{t('money.city.flow.tables')}</summary>
        <FlowTables flow={flow} wijken={names.wijken} asked={asked} />
      </details>
    </figure>
  );
}

/** The books themselves, to add up oneself. */
function CheckYourself({ year, query }: { year: number; query: string }) {
  const { t } = useTranslation();
  return (
    <section className="wk-stack">
      <Heading level={2}>{t('money.city.check.title')}</Heading>
      <p>{t('money.city.check.intro', { year })}</p>
      <ul className="wk-plain-list">
        <li>
          <Link href={`${paths.money.rows}?${query}`}>{t('money.city.check.rows')}</Link>
        </li>
        {journalFiles.map(([kind, path]) => (
          <li key={kind} className="wk-download">
            <Icon name="download" />
            <Link href={`${path}?jaar=${year}`} download>
              {t(`money.city.check.${kind}`, { year })}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
