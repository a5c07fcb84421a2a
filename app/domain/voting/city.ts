import { type Election } from './election';
import { greedy } from './greedy';
import { withThreshold } from './parts';
import { electionOf, modesOf } from './modes';
import { type PabulibFile } from './round-file';
import { projectsOf } from './round';
import { raceOf, type Race } from './race';
import { usualStep } from './rule-names';
import { tally } from './tally';

/**
 * What the city itself chose, by the file (voting.md §2): its rule as the file names it, what it chose, which of those by
 * an exception that the file tells, and what that rule gives when we count it; null where we cannot count that rule.
 */
export type CityChoice = Readonly<{
  rule: string;
  selected: readonly string[];
  exceptions: readonly string[];
  byItsRule: readonly string[] | null;
}>;

/** Why a project stands otherwise with the city than with us. */
export type CityGap = 'rule' | 'exception' | 'notCounted' | 'unexplained';

/** What the city chose; undefined where the file does not tell. */
export function cityChoice(file: PabulibFile): CityChoice | undefined {
  const projects = projectsOf(file);
  if (projects.every(({ chosen }) => chosen === null)) return undefined;
  const from = (least: number) =>
    projects.flatMap(({ key, chosen }) => (Number(chosen) >= least ? [key] : []));
  const rule = file.meta.get('rule') ?? 'unknown';
  return { rule, selected: from(1), exceptions: from(2), byItsRule: countedAs(file, rule) };
}

/** Whether the city's own rule gives what the city chose, exceptions aside; null where we cannot count that rule. */
export function confirmedBy({ selected, exceptions, byItsRule }: CityChoice): boolean | null {
  if (byItsRule === null) return null;
  const plain = selected.filter((id) => !exceptions.includes(id));
  return plain.length === byItsRule.length && plain.every((id) => byItsRule.includes(id));
}

/** Why the city has a project that we do not have, or the other way round. */
export function gapOf({ selected, exceptions, byItsRule }: CityChoice, id: string): CityGap {
  if (exceptions.includes(id)) return 'exception';
  if (byItsRule === null) return 'notCounted';
  return byItsRule.includes(id) === selected.includes(id) ? 'rule' : 'unexplained';
}

/**
 * The winners by the rule that the file names, in order of selection. Equal shares is raised onward: so Wieliczka comes
 * out as it was, and Assen does either way (voting.md §4 b).
 */
function countedAs(file: PabulibFile, rule: string): readonly string[] | null {
  const election = aboveThreshold(
    electionOf(file, modesOf(file)[0]),
    file.meta.get('min_project_score_threshold'),
  );
  const ids = (places: readonly number[]) => places.map((place) => election.projects[place]!.id);
  if (rule === 'greedy' || rule === 'greedy-threshold') return ids(greedy(raceOf(election)).selected);
  if (rule === 'greedy-no-skip') return ids(untilOneDoesNotFit(raceOf(election)));
  const [shares, raised, compared] = /^equalshares(\/add1)?(-comparison)?$/.exec(rule) ?? [];
  if (shares === undefined) return null;
  const outcome = tally(election, {
    method: 'shares',
    utility: 'cost',
    completion: false,
    ...(raised ? { step: usualStep(file.meta.get('currency')), onward: true } : {}),
    ...(compared ? { comparison: 'count' } : {}),
  });
  return ids(outcome.winners);
}

function aboveThreshold(election: Election, minimum: string | undefined): Election {
  if (!minimum || !/^\d{1,9}$/.test(minimum)) return election;
  return withThreshold(election, { kind: 'votes', minimum: Number(minimum) }).election;
}

/**
 * Greedy that stops at the first project that does not fit (Wrocław, Gdynia). What costs more than the whole budget was
 * withdrawn (voting.md §2).
 */
function untilOneDoesNotFit({ costs, election, overBudget, preference }: Race): number[] {
  const line = costs
    .map((_, project) => project)
    .filter((project) => !overBudget.includes(project))
    .sort(preference.compare);
  let left: bigint = election.budget;
  const stop = line.findIndex((project) => (left -= costs[project]!) < 0n);
  return stop < 0 ? line : line.slice(0, stop);
}
