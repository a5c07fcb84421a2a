import { useTranslation } from 'react-i18next';
import { Heading } from '~/ui/heading';
import { type Theme } from '~/domain/initiative/purpose';
import { type Budget } from '~/domain/ledger/balance';
import { type Kolom } from '~/domain/ledger/kolom';
import { Pagination } from '~/ui/pagination';
import { type PerHead } from '~/domain/area/spending';
import { type Paged } from '~/domain/paging';
import { GlanceTable } from '~/routes/money/shared/glance-table';
import { MeasureTable } from './measure-table';
import { type MoneyAsked, moneyQuery } from '../shared/link';
import { MoneyDefinitions } from '~/ui/money-definitions';
import { PerHeadNote } from '~/ui/spending-table';
import { paths } from '~/paths';

type Row<Key> = { key: Key; budget: Budget };

interface CityTablesProps {
  asked: MoneyAsked;
  money: {
    total: Budget;
    perKolom: readonly Row<Kolom>[];
    perWijk: readonly (Row<string> & { perHead: PerHead })[];
    perTheme: readonly Row<Theme | null>[];
    perSource: Paged<Row<string>>;
    perHead: PerHead;
    names: {
      wijken: readonly { slug: string; name: string }[];
      sources: readonly { code: string; name: string }[];
    };
    /** The wijken that have a page. */
    existing: readonly string[];
  };
}

/** Each wijk at a glance; behind it the same money four times to the cent: per kolom, wijk, theme and source. */
export function CityTables(props: CityTablesProps) {
  const { t } = useTranslation();
  const { perSource } = props.money;
  return (
    <>
      <section className="wk-stack">
        <Heading level={2}>{t('ledger.city.wijken')}</Heading>
        <Glance {...props} />
      </section>
      <section className="wk-stack">
        <Heading level={2}>{t('money.city.toTheCent')}</Heading>
        <p className="wk-no-print">{t('money.city.every')}</p>
        <details className="wk-details">
          <summary>{t('money.city.perKolom')}</summary>
          <PerKolom {...props} />
          <p className="wk-small wk-soft">{t('money.definition.kolom')}</p>
        </details>
        <details className="wk-details">
          <summary>{t('money.city.perWijkOpen')}</summary>
          <PerWijk {...props} />
          <PerHeadNote />
        </details>
        <details className="wk-details">
          <summary>{t('money.city.perTheme')}</summary>
          <PerTheme {...props} />
        </details>
        <details className="wk-details" id="bronnen" open={perSource.page > 1}>
          <summary>{t('money.city.perSourceOpen')}</summary>
          <PerSource {...props} />
          <Pagination list={perSource} what={t('ledger.column.source')} name="bronnen" anchor="bronnen" />
        </details>
        <MoneyDefinitions />
        <p className="wk-small wk-soft">{t('money.definition.settled')}</p>
      </section>
    </>
  );
}

const wijkHref = (asked: MoneyAsked, existing: readonly string[], slug: string) =>
  existing.includes(slug) ? `${paths.area.wijk(slug)}?${moneyQuery({ ...asked, on: null })}` : undefined;

function Glance({ asked, money: { perWijk, names, existing, total } }: CityTablesProps) {
  const { t } = useTranslation();
  return (
    <GlanceTable
      caption={t('ledger.city.wijkenTable', { year: asked.year })}
      ended={asked.ended}
      rows={perWijk.map(({ key, budget }) => ({
        ...{ key, budget, href: wijkHref(asked, existing, key) },
        name: names.wijken.find(({ slug }) => slug === key)?.name ?? key,
      }))}
      total={total}
    />
  );
}

function PerKolom({ asked, money: { perKolom, total } }: CityTablesProps) {
  const { t } = useTranslation();
  return (
    <MeasureTable
      caption={t('money.city.perKolomTable', { year: asked.year })}
      nameLabel={t('ledger.column.kolom')}
      asked={asked}
      rows={perKolom.map(({ key, budget }) => ({
        key,
        label: t(`ledger.kolom.${key}`),
        filters: { kolom: key },
        budget,
      }))}
      total={total}
    />
  );
}

function PerSource({ asked, money: { perSource, names, total } }: CityTablesProps) {
  const { t } = useTranslation();
  return (
    <MeasureTable
      caption={t('money.city.perSourceTable', { year: asked.year })}
      nameLabel={t('ledger.column.source')}
      asked={asked}
      rows={perSource.rows.map(({ key, budget }) => ({
        key,
        label: names.sources.find(({ code }) => code === key)?.name ?? key,
        href: paths.sources.division(key),
        filters: { bron: key },
        budget,
      }))}
      total={total}
    />
  );
}

function PerWijk({ asked, money: { perWijk, names, existing, total, perHead } }: CityTablesProps) {
  const { t } = useTranslation();
  return (
    <MeasureTable
      caption={t('ledger.city.wijkenTable', { year: asked.year })}
      nameLabel={t('ledger.column.wijk')}
      asked={asked}
      rows={perWijk.map(({ key, ...row }) => ({
        key,
        label: names.wijken.find(({ slug }) => slug === key)?.name ?? key,
        href: wijkHref(asked, existing, key),
        filters: { wijk: key },
        ...row,
      }))}
      total={total}
      perHead={perHead}
    />
  );
}

function PerTheme({ asked, money: { perTheme, total } }: CityTablesProps) {
  const { t } = useTranslation();
  return (
    <MeasureTable
      caption={t('money.city.perThemeTable', { year: asked.year })}
      nameLabel={t('money.city.theme')}
      asked={asked}
      rows={perTheme.map(({ key, budget }) => ({
        key: key ?? 'none',
        label: key ? t(`initiative.theme.${key}`) : t('money.city.noTheme'),
        filters: { thema: key ?? ('none' as const) },
        budget,
      }))}
      total={total}
    />
  );
}
