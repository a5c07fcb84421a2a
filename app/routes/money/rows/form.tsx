import { useTranslation } from 'react-i18next';
import { figureName } from '~/ui/figure-name';
import { Button } from '~/ui/button';
import { formatDate } from '~/ui/date';
import { DateField, SelectField } from '~/ui/field';
import { useLocale } from '~/ui/locale';
import { type CalendarDate } from '~/domain/calendar';
import { themes } from '~/domain/initiative/purpose';
import { type Figure, figures } from '~/domain/ledger/figure';
import { kolommen } from '~/domain/ledger/kolom';
import { type MoneyAsked, type MoneyFilters } from '../shared/link';
import { paths } from '~/paths';

export interface Parties {
  wijken: readonly { slug: string; name: string }[];
  sources: readonly { code: string; name: string; year: number }[];
}

interface Chosen {
  asked: MoneyAsked;
  filters: MoneyFilters;
  parties: Parties;
}

/** What a number is narrowed to, in words. */
export function ChosenFilters({ asked, filters: { wijk, kolom, bron, thema }, parties }: Chosen) {
  const { t } = useTranslation();
  const locale = useLocale();
  const named = [
    wijk && parties.wijken.find(({ slug }) => slug === wijk)?.name,
    kolom && t(`ledger.kolom.${kolom}`),
    bron && parties.sources.find(({ code }) => code === bron)?.name,
    thema && (thema === 'none' ? t('money.city.noTheme') : t(`initiative.theme.${thema}`)),
  ].filter((name) => name !== undefined && name !== '');
  return (
    <div className="wk-stack--close">
      {named.length > 0 ? (
        <>
          <p className="wk-soft">{t('money.rows.filters')}</p>
          <ul className="wk-chosen">
            {named.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </>
      ) : (
        <p className="wk-soft">{t('money.rows.all')}</p>
      )}
      {asked.on ? <p>{t('money.asOf.shown', { date: formatDate(asked.on, locale) })}</p> : null}
    </div>
  );
}

interface RowsFormProps extends Chosen {
  figure: Figure;
  years: readonly number[];
  today: CalendarDate;
}

/** Chooses another number; it changes the address and nothing else. */
export function RowsForm({ figure, asked, filters, parties, years, today }: RowsFormProps) {
  const { t } = useTranslation();
  return (
    <form className="wk-search" method="get" action={paths.money.rows} noValidate>
      <div className="wk-search__filters">
        <Choice
          name="maat"
          label={t('money.rows.figure')}
          options={(Object.keys(figures) as Figure[]).map((value) => ({
            value,
            label: t(`money.figure.${figureName(value, asked.ended)}`),
          }))}
          value={figure}
        />
        <Choice
          name="jaar"
          label={t('ledger.column.year')}
          options={years.map((year) => ({ value: String(year), label: String(year) }))}
          value={String(asked.year)}
        />
        <Choice
          name="wijk"
          label={t('ledger.column.wijk')}
          empty={t('money.rows.anyWijk')}
          options={parties.wijken.map(({ slug, name }) => ({ value: slug, label: name }))}
          value={filters.wijk}
        />
        <Choice
          name="kolom"
          label={t('ledger.column.kolom')}
          empty={t('money.rows.anyKolom')}
          options={kolommen.map((value) => ({ value, label: t(`ledger.kolom.${value}`) }))}
          value={filters.kolom}
        />
        <Choice
          name="bron"
          label={t('ledger.column.source')}
          empty={t('money.rows.anySource')}
          options={parties.sources.map(({ code, name, year }) => ({
            value: code,
            label: t('money.rows.sourceOfYear', { name, year }),
          }))}
          value={filters.bron}
        />
        <Choice
          name="thema"
          label={t('money.city.theme')}
          empty={t('money.rows.anyTheme')}
          options={[
            ...themes.map((value) => ({ value, label: t(`initiative.theme.${value}`) })),
            { value: 'none', label: t('money.city.noTheme') },
          ]}
          value={filters.thema}
        />
        <DateField
          name="op"
          label={t('money.asOf.label')}
          defaultValue={asked.on ?? ''}
          max={today}
          optionalMark={false}
        />
      </div>
      <Button look="secondary">{t('money.rows.apply')}</Button>
    </form>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  options: readonly { value: string; label: string }[];
  value: string | undefined;
  empty?: string;
}

function Choice({ value, ...rest }: ChoiceProps) {
  return <SelectField {...rest} defaultValue={value ?? ''} optionalMark={false} />;
}
