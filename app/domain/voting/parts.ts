import { type Cents } from '../money/cents';
import { type Ballot, countVoters, type Election, votesOf } from './election';

/** A project must have a number of votes, or such a part of the voters as it asks of `times` the budget. */
export type Threshold =
  Readonly<{ kind: 'votes'; minimum: number }> | Readonly<{ kind: 'cost-share'; times: number }>;

/** An election without the projects that miss the threshold, and those projects by id, as they stood. */
export function withThreshold(
  election: Election,
  threshold: Threshold,
): { election: Election; below: string[] } {
  const votes = votesOf(election).map((sum) => BigInt(sum));
  const voters = BigInt(countVoters(election));
  const scale = BigInt(election.scoreScale);
  const reaches = ({ cost }: { cost: Cents }, place: number): boolean =>
    threshold.kind === 'votes'
      ? votes[place]! >= BigInt(threshold.minimum) * scale
      : votes[place]! * BigInt(threshold.times) * election.budget >= cost * voters * scale;
  const kept = new Set(
    election.projects.flatMap((project, place) => (reaches(project, place) ? [place] : [])),
  );
  const below = election.projects.filter((_, place) => !kept.has(place)).map(({ id }) => id);
  return { election: subset(election, kept), below };
}

/**
 * A round of its own within a vote: its projects, its budget, and who counts as a voter in it: everybody who cast a
 * ballot, or only who chose something here (an area where only its own people vote).
 */
export type Part = Readonly<{
  key: string;
  budget: Cents;
  projects: readonly string[];
  voters: 'everyone' | 'choosers';
}>;

/**
 * Divides a vote into rounds of their own, each counted by itself (voting.md §2: no rule counts budgets by category or
 * area in one run). Throws RangeError unless each project stands in exactly one part.
 */
export function partsOf(election: Election, parts: readonly Part[]): { key: string; election: Election }[] {
  const asked = parts.flatMap(({ projects }) => projects);
  const ids = new Set(election.projects.map(({ id }) => id));
  if (asked.length !== ids.size || new Set(asked).size < ids.size || asked.some((id) => !ids.has(id))) {
    throw new RangeError('each project stands in exactly one part');
  }
  return parts.map(({ key, budget, projects, voters }) => {
    const own = new Set(projects);
    const places = election.projects.flatMap(({ id }, place) => (own.has(id) ? [place] : []));
    const part = subset(election, new Set(places));
    const ballots =
      voters === 'choosers' ? part.ballots.filter(({ choices }) => choices.length > 0) : part.ballots;
    return { key, election: { ...part, budget, ballots } };
  });
}

/** The same vote with these projects alone; a ballot that chose none of them stays, empty. */
function subset(election: Election, kept: ReadonlySet<number>): Election {
  const places = new Map([...kept].map((old, place) => [old, place]));
  const cut = ({ voters, choices, scores }: Ballot): Ballot => {
    const own = choices.flatMap((choice, index) => {
      const place = places.get(choice);
      return place === undefined ? [] : [{ place, score: scores[index]! }];
    });
    return { voters, choices: own.map(({ place }) => place), scores: own.map(({ score }) => score) };
  };
  return {
    ...election,
    projects: election.projects.filter((_, place) => kept.has(place)),
    ballots: election.ballots.map(cut),
    lot: election.lot.flatMap((old) => places.get(old) ?? []),
  };
}
