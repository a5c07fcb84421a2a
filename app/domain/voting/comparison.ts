import { type Race } from './race';

/** What makes a voter prefer an outcome: more chosen projects in it, chosen projects that cost more, or any at all. */
export type Measure = 'count' | 'cost' | 'any';

/** How many voters prefer equal shares, how many prefer greedy, by one measure; the others are indifferent. */
export type Comparison = Readonly<{ measure: Measure; shares: number; greedy: number }>;

/**
 * The comparison step (voting.md §4): counts every voter, also one with no winner on one side. Greedy wins only when
 * strictly more voters prefer it. It breaks the proportionality promise, so it is an option.
 */
export function compareOutcomes(
  { election, costs }: Race,
  measure: Measure,
  shares: readonly number[],
  greedy: readonly number[],
): Comparison {
  const gain = (won: ReadonlySet<number>, choices: readonly number[]): bigint => {
    const hits = choices.filter((choice) => won.has(choice));
    if (measure === 'cost') return hits.reduce((sum, project) => sum + costs[project]!, 0n);
    return BigInt(measure === 'any' ? Math.min(hits.length, 1) : hits.length);
  };
  const [ours, theirs] = [new Set(shares), new Set(greedy)];
  const counts = { measure, shares: 0, greedy: 0 };
  for (const { voters, choices } of election.ballots) {
    const gap = gain(ours, choices) - gain(theirs, choices);
    if (gap > 0n) counts.shares += voters;
    if (gap < 0n) counts.greedy += voters;
  }
  return counts;
}
