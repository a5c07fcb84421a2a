import { type ProjectSearch } from '~/domain/voting/project-search';
import { type RuleName, usualRule } from '~/domain/voting/rule-names';
import { paths } from '~/paths';

/** What stands in the address of an outcome. */
export type AskedProjects = ProjectSearch & { rule: RuleName };

/** The address of an outcome with this search; what is usual or empty is left out. */
export function projectsHref(number: number, { rule, text, state, category, sort }: AskedProjects) {
  const said = {
    regel: rule === usualRule ? '' : rule,
    zoek: text,
    stand: state ?? '',
    onderwerp: category ?? '',
    volgorde: sort === 'outcome' ? '' : sort,
  };
  const query = new URLSearchParams(Object.entries(said).filter(([, value]) => value !== ''));
  return `${outcomeHref(number)}${query.size > 0 ? `?${query.toString()}` : ''}#plannen`;
}

/** The page of one project, counted by a rule; `place` is its place in the file, from 0. */
export function projectHref(number: number, place: number, rule: RuleName): string {
  const query = rule === usualRule ? '' : `?regel=${rule}`;
  return `${paths.voting.project(number, place + 1)}${query}`;
}

/** The outcome of a round, by the usual rule or by another. */
export function outcomeHref(number: number, rule: RuleName = usualRule): string {
  return `${paths.voting.outcome(number)}${rule === usualRule ? '' : `?regel=${rule}`}`;
}

/** Where the share of one ballot of a round went; ballots count from 1. */
export function ballotHref(number: number, ballot: number, rule: RuleName): string {
  return `${paths.voting.ballot(number)}?nummer=${ballot}${rule === usualRule ? '' : `&regel=${rule}`}`;
}
