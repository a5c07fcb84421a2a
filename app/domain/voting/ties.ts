import { compare } from '../money/cents';
import { type Election, votesOf } from './election';

/** What settled a tie: more votes, a lower cost, or the lot (voting.md §5). */
export type Decider = 'votes' | 'cost' | 'lot';

/** Projects that stood equal for a place, the winner first; `round` counts places from 0. */
export type Tie = Readonly<{ round: number; projects: readonly number[]; decidedBy: Decider }>;

/** The order in which equal projects go: more votes, then lower cost, then the lot. */
export type Preference = Readonly<{
  votes: readonly number[];
  compare: (a: number, b: number) => number;
  decider: (a: number, b: number) => Decider;
}>;

/** The order for ties of an election; it never finds two projects equal. */
export function preferenceIn(election: Election): Preference {
  const votes = votesOf(election);
  const cost = (project: number) => election.projects[project]!.cost;
  const drawn = election.projects.map(() => 0);
  election.lot.forEach((project, turn) => (drawn[project] = turn));
  const byVotes = (a: number, b: number) => votes[b]! - votes[a]!;
  const byCost = (a: number, b: number) => compare(cost(a), cost(b));
  return {
    votes,
    compare: (a, b) => byVotes(a, b) || byCost(a, b) || drawn[a]! - drawn[b]!,
    decider: (a, b) => (byVotes(a, b) !== 0 ? 'votes' : byCost(a, b) !== 0 ? 'cost' : 'lot'),
  };
}

/** Settles who goes first; a tie is told when there was one. */
export function settle(projects: readonly number[], round: number, preference: Preference): [number, Tie?] {
  const ordered = [...projects].sort(preference.compare);
  const [first, second] = ordered as [number, number?];
  if (second === undefined) return [first];
  return [first, { round, projects: ordered, decidedBy: preference.decider(first, second) }];
}
