import { type Race } from './race';
import { settle, type Tie } from './ties';

/** Winners in the order in which they won, what they cost together, and the ties on the way. */
export type Filled = Readonly<{ selected: readonly number[]; total: bigint; ties: readonly Tie[] }>;

/** By which number greedy ranks: votes, or votes per euro. */
export type Ranking = 'votes' | 'votes-per-euro';

const none: Filled = { selected: [], total: 0n, ties: [] };

/**
 * Greedy (voting.md §3): the best ranked project that still fits wins, again and again; what does not fit is skipped.
 * Projects without votes come last and win when they fit. With `start` it only fills up what is left (§4, Add1U).
 */
export function greedy(race: Race, ranking: Ranking = 'votes', start: Filled = none): Filled {
  const selected = [...start.selected];
  const ties = [...start.ties];
  let { total } = start;
  const fits = (project: number) => total + race.costs[project]! <= race.election.budget;
  const rank = rankIn(race, ranking);
  let line = race.costs
    .map((_, project) => project)
    .filter((project) => !selected.includes(project))
    .sort((a, b) => rank(a, b) || race.preference.compare(a, b));
  for (;;) {
    line = line.filter(fits);
    const tied = line.filter((project) => rank(project, line[0]!) === 0);
    if (tied.length === 0) return { selected, total, ties };
    const [winner, tie] = settle(tied, selected.length, race.preference);
    if (tie) ties.push(tie);
    selected.push(winner);
    total += race.costs[winner]!;
    line = line.filter((project) => project !== winner);
  }
}

/** Compares two projects by rank alone, best first. */
function rankIn({ preference: { votes }, costs }: Race, ranking: Ranking): (a: number, b: number) => number {
  if (ranking === 'votes') return (a, b) => votes[b]! - votes[a]!;
  return (a, b) => {
    // Without votes a project is last, also when it is free; votes for a free project are worth without end.
    if (votes[a] === 0 || votes[b] === 0) return votes[b]! - votes[a]!;
    const gap = BigInt(votes[b]!) * costs[a]! - BigInt(votes[a]!) * costs[b]!;
    return gap < 0n ? -1 : gap > 0n ? 1 : 0;
  };
}
