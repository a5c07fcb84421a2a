import { useTranslation } from 'react-i18next';
import { type Theme } from '~/domain/initiative/purpose';
import { type Sort, type StateGroup } from '#db/reads/initiative/search';
import { Button } from '~/ui/button';
import { MoneyField, SelectField, TextField } from '~/ui/field';
import { paths } from '~/paths';

/** What was asked, as it stands in the address; empty where nothing was asked. */
export interface Asked {
  text: string;
  area: string;
  theme: Theme | '';
  states: StateGroup | '';
  /** The version of a scheme; only links bring it. */
  version: string;
  from: string;
  to: string;
  sort: Sort;
}

export interface SearchOptions {
  areas: readonly { slug: string; name: string }[];
  themes: readonly Theme[];
  states: readonly StateGroup[];
  sorts: readonly Sort[];
}

interface SearchFormProps extends SearchOptions {
  asked: Asked;
  /** Amounts that cannot be read, as typed: no filter, but shown again with what is wrong. */
  odd: { from: string; to: string };
  /** Whether a filter is on: then the filters stand open. */
  filtered: boolean;
}

/** A form that changes the address and nothing else: every search can be shared, and works without JavaScript. */
export function SearchForm({ asked, odd, filtered, ...options }: SearchFormProps) {
  const { t } = useTranslation();
  return (
    <form className="wk-search" method="get" action={paths.initiative.list} role="search" noValidate>
      {asked.version ? <input type="hidden" name="regels" value={asked.version} /> : null}
      <div className="wk-search__text">
        <TextField
          name="zoek"
          type="search"
          label={t('initiative.search.text')}
          defaultValue={asked.text}
          optionalMark={false}
        />
        <Button look="secondary">{t('initiative.search.submit')}</Button>
      </div>
      <details className="wk-details" open={filtered || odd.from !== '' || odd.to !== ''}>
        <summary>{t('initiative.search.filters')}</summary>
        <Filters asked={asked} odd={odd} {...options} />
      </details>
    </form>
  );
}

function Filters({ asked, odd, areas, themes, states, sorts }: Omit<SearchFormProps, 'filtered'>) {
  const { t } = useTranslation();
  return (
    <div className="wk-search__filters">
      <SelectField
        name="wijk"
        label={t('initiative.search.area')}
        empty={t('initiative.search.anyArea')}
        options={areas.map(({ slug, name }) => ({ value: slug, label: name }))}
        defaultValue={asked.area}
        optionalMark={false}
      />
      <SelectField
        name="thema"
        label={t('initiative.search.theme')}
        empty={t('initiative.search.anyTheme')}
        options={themes.map((theme) => ({ value: theme, label: t(`initiative.theme.${theme}`) }))}
        defaultValue={asked.theme}
        optionalMark={false}
      />
      <SelectField
        name="stand"
        label={t('initiative.search.states')}
        empty={t('initiative.search.anyState')}
        options={states.map((group) => ({ value: group, label: t(`initiative.group.${group}`) }))}
        defaultValue={asked.states}
        optionalMark={false}
      />
      <fieldset className="wk-search__amounts">
        <legend className="utrecht-form-label wk-lines__name">{t('initiative.search.amount')}</legend>
        <AmountField name="van" label={t('initiative.search.from')} read={asked.from} odd={odd.from} />
        <AmountField name="tot" label={t('initiative.search.to')} read={asked.to} odd={odd.to} />
      </fieldset>
      <SelectField
        name="volgorde"
        label={t('initiative.search.sort')}
        options={sorts.map((sort) => ({ value: sort, label: t(`initiative.sort.${sort}`) }))}
        defaultValue={asked.sort}
        optionalMark={false}
      />
      <div className="wk-search__go">
        <Button look="secondary">{t('initiative.search.apply')}</Button>
      </div>
    </div>
  );
}

function AmountField({ read, odd, ...field }: { name: string; label: string; read: string; odd: string }) {
  const { t } = useTranslation();
  const error = odd ? t('error.amountInvalid') : undefined;
  return <MoneyField {...field} defaultValue={odd || read} error={error} optionalMark={false} />;
}
