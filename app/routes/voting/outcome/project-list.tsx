import { useTranslation } from 'react-i18next';
import { type ActiveFilter, ActiveFilters } from '~/ui/active-filters';
import { EmptyState } from '~/ui/empty-state';
import { Heading } from '~/ui/heading';
import { Pagination } from '~/ui/pagination';
import { type Place } from '~/domain/paging';
import { type ProjectSearch } from '~/domain/voting/project-search';
import { ProjectForm } from './project-form';
import { type AskedProjects, projectsHref } from '../shared/project-query';
import { type ProjectInList, ProjectRow } from './project-row';
import { type Counting } from '../shared/reason';

interface ProjectListProps {
  round: { number: number; language?: string };
  counting: Counting;
  outcome: {
    search: ProjectSearch;
    categories: readonly string[];
    place: Place;
    projects: readonly ProjectInList[];
    money: { shares: boolean };
  };
}

/** Every project of a round with what became of it: to search, filter, sort and leaf through. */
export function ProjectList({ round: { number, language }, counting, outcome }: ProjectListProps) {
  const { t } = useTranslation();
  const { search, categories, place, projects } = outcome;
  const asked = { ...search, rule: counting.rule };
  const { shares } = outcome.money;
  const nothing = { text: '', sort: 'outcome', rule: counting.rule } as const;
  return (
    <section className="wk-stack wk-stack--wide" aria-labelledby="plannen">
      <div className="wk-stack">
        <Heading level={2} id="plannen">
          {t('round.projects.title')}
        </Heading>
        {shares ? <p>{t('round.support.meaning')}</p> : null}
        <ProjectForm
          key={projectsHref(number, asked)}
          number={number}
          asked={asked}
          categories={categories}
          shares={shares}
          pointed={counting.pointed}
        />
        <p>
          <strong>{t('round.projects.found', { count: place.total })}</strong>
        </p>
        <ActiveFilters filters={useActive(number, asked)} clearHref={projectsHref(number, nothing)} />
      </div>
      {place.total === 0 ? (
        <EmptyState
          level={3}
          title={t('round.projects.none')}
          action={{ href: projectsHref(number, nothing), label: t('round.projects.all') }}
        >
          {t('round.projects.noneHelp')}
        </EmptyState>
      ) : null}
      <ul className="wk-projects">
        {projects.map((project) => (
          <ProjectRow
            key={project.place}
            project={project}
            number={number}
            counting={counting}
            language={language}
          />
        ))}
      </ul>
      <Pagination list={place} what={t('round.projects.title')} anchor="plannen" />
    </section>
  );
}

function useActive(number: number, asked: AskedProjects): ActiveFilter[] {
  const { t } = useTranslation();
  const { text, state, category } = asked;
  return [
    ...(text ? [{ label: `“${text}”`, href: projectsHref(number, { ...asked, text: '' }) }] : []),
    ...(state
      ? [{ label: t(`round.state.${state}`), href: projectsHref(number, { ...asked, state: undefined }) }]
      : []),
    ...(category ? [{ label: category, href: projectsHref(number, { ...asked, category: undefined }) }] : []),
  ];
}
