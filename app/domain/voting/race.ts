import { countVoters, type Election, mergeBallots } from './election';
import { type Electorate, electorate } from './electorate';
import { fraction, type Fraction, nothing } from './fraction';
import { type Preference, preferenceIn } from './ties';

/** An election made ready for counting: ballots merged and laid out, and who takes part. Places stay as they were. */
export type Race = Readonly<{
  election: Election;
  voters: number;
  /** For each ballot of the election its place among the merged ones. */
  merged: readonly number[];
  people: Electorate;
  costs: readonly bigint[];
  preference: Preference;
  /** Projects that cost more than the budget: out of the race before anything is counted (voting.md §7). */
  overBudget: readonly number[];
  /** Supported projects that cost nothing: in before the first round, best first. */
  free: readonly number[];
  /** Supported projects that cost something and fit in the budget, best first. */
  contenders: readonly number[];
}>;

/** Lays out an election for counting. */
export function raceOf(election: Election): Race {
  const { merged, of } = mergeBallots(election.ballots);
  const preference = preferenceIn(election);
  const costs = election.projects.map(({ cost }) => cost);
  const supported = costs
    .map((_, project) => project)
    .filter((project) => preference.votes[project]! > 0)
    .sort(preference.compare);
  return {
    election,
    voters: countVoters(election),
    merged: of,
    people: electorate({ projects: election.projects, ballots: merged }),
    costs,
    preference,
    overBudget: costs.flatMap((cost, project) => (cost > election.budget ? [project] : [])),
    free: supported.filter((project) => costs[project] === 0n),
    contenders: supported.filter((project) => costs[project]! > 0n && costs[project]! <= election.budget),
  };
}

/** What everybody gets at first: the budget by the number of voters, exactly; nothing when nobody voted. */
export function equalPart({ election, voters }: Race): Fraction {
  return voters === 0 ? nothing : fraction(election.budget, BigInt(voters));
}
