import { useTranslation } from 'react-i18next';
import { Button } from '~/ui/button';
import { SelectField, TextField } from '~/ui/field';
import {
  type ProjectSort,
  projectSorts,
  type ProjectState,
  projectStates,
} from '~/domain/voting/project-search';
import { usualRule } from '~/domain/voting/rule-names';
import { type AskedProjects, outcomeHref } from '../shared/project-query';

interface ProjectFormProps {
  number: number;
  asked: AskedProjects;
  categories: readonly string[];
  /** Whether equal shares counted: only then projects have a support. */
  shares: boolean;
  /** Whether ballots hold points or an order. */
  pointed: boolean;
}

/** A form that changes the address and nothing else: every search can be shared, and works without JavaScript. */
export function ProjectForm({ number, asked, ...choices }: ProjectFormProps) {
  const { t } = useTranslation();
  const { rule, text, state, category, sort } = asked;
  return (
    <form className="wk-search" method="get" action={`${outcomeHref(number)}#plannen`} role="search">
      {rule === usualRule ? null : <input type="hidden" name="regel" value={rule} />}
      <div className="wk-search__text">
        <TextField
          name="zoek"
          type="search"
          label={t('round.search.text')}
          defaultValue={text}
          optionalMark={false}
        />
        <Button look="secondary">{t('round.search.submit')}</Button>
      </div>
      <details
        className="wk-details"
        open={state !== undefined || category !== undefined || sort !== 'outcome'}
      >
        <summary>{t('round.search.filters')}</summary>
        <Choices state={state} category={category} sort={sort} {...choices} />
      </details>
    </form>
  );
}

interface ChoicesProps {
  state?: ProjectState;
  category?: string;
  sort: ProjectSort;
  categories: readonly string[];
  shares: boolean;
  pointed: boolean;
}

function Choices({ state, category, sort, categories, shares, pointed }: ChoicesProps) {
  const { t } = useTranslation();
  const sorts = projectSorts.filter((each) => shares || each !== 'support');
  return (
    <div className="wk-search__filters">
      <SelectField
        name="stand"
        label={t('round.search.state')}
        empty={t('round.search.anyState')}
        options={projectStates.map((each) => ({ value: each, label: t(`round.state.${each}`) }))}
        defaultValue={state ?? ''}
        optionalMark={false}
      />
      {categories.length > 0 ? (
        <SelectField
          name="onderwerp"
          label={t('round.search.category')}
          empty={t('round.search.anyCategory')}
          options={categories.map((each) => ({ value: each, label: each }))}
          defaultValue={category ?? ''}
          optionalMark={false}
        />
      ) : null}
      <SelectField
        name="volgorde"
        label={t('round.search.sort')}
        options={sorts.map((each) => ({
          value: each,
          label: t(`round.sort.${pointed && each === 'votes' ? 'points' : each}`),
        }))}
        defaultValue={sort}
        optionalMark={false}
      />
      <div className="wk-search__go">
        <Button look="secondary">{t('round.search.apply')}</Button>
      </div>
    </div>
  );
}
