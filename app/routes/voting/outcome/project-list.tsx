import { useTranslation } from 'react-i18next';
import { type ActiveFilter, ActiveFilters } from '~/ui/active-filters';
import { EmptyState } from '~/ui/empty-state';
import { Heading } from '~/ui/heading';
import { Pagination } from '~/ui/pagination';
import { type Place } from '~/domain/paging';
import { type PlanSearch } from '~/domain/voting/plan-search';
import { PlanForm } from './project-form';
import { type AskedPlans, plansHref } from '../shared/project-query';
import { type PlanInList, PlanRow } from './project-row';
import { type Counting } from '../shared/reason';

interface PlanListProps {
  round: { number: number; language?: string };
  counting: Counting;
  outcome: {
    search: PlanSearch;
    categories: readonly string[];
    place: Place;
    plans: readonly PlanInList[];
    money: { shares: boolean };
  };
}

/** Every plan of a round with what became of it: to search, filter, sort and leaf through. */
export function PlanList({ round: { number, language }, counting, outcome }: PlanListProps) {
  const { t } = useTranslation();
  const { search, categories, place, plans } = outcome;
  const asked = { ...search, rule: counting.rule };
  const { shares } = outcome.money;
  const nothing = { text: '', sort: 'outcome', rule: counting.rule } as const;
  return (
    <section className="wk-stack wk-stack--wide" aria-labelledby="plannen">
      <div className="wk-stack">
        <Heading level={2} id="plannen">
          {t('round.plans.title')}
        </Heading>
        {shares ? <p>{t('round.support.meaning')}</p> : null}
        <PlanForm
          key={plansHref(number, asked)}
          number={number}
          asked={asked}
          categories={categories}
          shares={shares}
          pointed={counting.pointed}
        />
        <p>
          <strong>{t('round.plans.found', { count: place.total })}</strong>
        </p>
        <ActiveFilters filters={useActive(number, asked)} clearHref={plansHref(number, nothing)} />
      </div>
      {place.total === 0 ? (
        <EmptyState
          level={3}
          title={t('round.plans.none')}
          action={{ href: plansHref(number, nothing), label: t('round.plans.all') }}
        >
          {t('round.plans.noneHelp')}
        </EmptyState>
      ) : null}
      <ul className="wk-plans">
        {plans.map((plan) => (
          <PlanRow key={plan.place} plan={plan} number={number} counting={counting} language={language} />
        ))}
      </ul>
      <Pagination list={place} what={t('round.plans.title')} anchor="plannen" />
    </section>
  );
}

function useActive(number: number, asked: AskedPlans): ActiveFilter[] {
  const { t } = useTranslation();
  const { text, state, category } = asked;
  return [
    ...(text ? [{ label: `“${text}”`, href: plansHref(number, { ...asked, text: '' }) }] : []),
    ...(state
      ? [{ label: t(`round.state.${state}`), href: plansHref(number, { ...asked, state: undefined }) }]
      : []),
    ...(category ? [{ label: category, href: plansHref(number, { ...asked, category: undefined }) }] : []),
  ];
}
