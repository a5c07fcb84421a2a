import { type Cents, cents } from '../money/cents';
import { plainShares, raise, type Stop, type TiesMet } from './add-one';
import { compareOutcomes, type Comparison, type Measure } from './comparison';
import { type Election } from './election';
import { type Shares, type Utility } from './equal-shares';
import { type Filled, greedy, type Ranking } from './greedy';
import { brokenByShares, brokenByWinners, type Invariant } from './invariants';
import { type Race, raceOf } from './race';
import { type Tie } from './ties';

/**
 * How a round is counted (voting.md §4, §8). Equal shares starts at the budget by the number of voters, exactly.
 * `step` raises it (Add1) by so many minor units, with `onward` also when nothing fits any more; `completion` fills up
 * what is left by votes; `comparison` lets greedy win when strictly more voters prefer it.
 */
export type Rule =
  | Readonly<{ method: 'greedy'; ranking: Ranking }>
  | Readonly<{
      method: 'shares';
      utility: Utility;
      step?: Cents;
      onward?: boolean;
      completion: boolean;
      comparison?: Measure;
    }>;

/**
 * The outcome of a count; projects are places in the election. `selected` is by the rule alone in order of selection,
 * `completed` with what still fits by votes added, `winners` what the rule with all its options says.
 */
export type Outcome = Readonly<{
  race: Race;
  rule: Rule;
  selected: readonly number[];
  total: Cents;
  completed: readonly number[];
  completedTotal: Cents;
  winners: readonly number[];
  winnersTotal: Cents;
  ties: readonly Tie[];
  shares?: Shares;
  steps: number;
  stop?: Stop;
  tiesMet: TiesMet;
  comparison?: Comparison;
}>;

/** A count that breaks one of its own promises: nothing may be made known by it. */
export class CountBroken extends Error {
  constructor(readonly invariants: readonly Invariant[]) {
    super(`the count breaks ${invariants.join(', ')}`);
  }
}

/**
 * Counts an election by a rule. What voting.md §7 promises is checked on every outcome; throws CountBroken when one of
 * the promises does not hold, RangeError for a step of zero or less.
 */
export function tally(election: Election, rule: Rule): Outcome {
  const race = raceOf(election);
  return rule.method === 'greedy' ? tallyGreedy(race, rule) : tallyShares(race, rule);
}

function tallyGreedy(race: Race, rule: Extract<Rule, { method: 'greedy' }>): Outcome {
  const filled = greedy(race, rule.ranking);
  assure(brokenByWinners(race, filled, true));
  const { selected, ties } = filled;
  const total = cents(filled.total);
  const ends = { completed: selected, completedTotal: total, winners: selected, winnersTotal: total };
  return { race, rule, selected, total, ...ends, ties, steps: 0, tiesMet: { lot: 0, other: 0 } };
}

function tallyShares(race: Race, rule: Extract<Rule, { method: 'shares' }>): Outcome {
  const { utility, step, onward } = rule;
  if (step !== undefined && step <= 0n) throw new RangeError('a raise must be above zero');
  const raised =
    step === undefined
      ? { shares: plainShares(race, utility), steps: 0 }
      : raise(race, utility, step, onward);
  const { shares } = raised;
  const completed = greedy(race, 'votes', shares);
  assure([...brokenByShares(race, shares), ...brokenByWinners(race, completed, true)]);
  const own: Filled = rule.completion ? completed : shares;
  const { winners, comparison } = afterComparison(race, own, rule.comparison);
  return {
    tiesMet: { lot: 0, other: 0 },
    ...raised,
    race,
    rule,
    selected: shares.selected,
    total: cents(shares.total),
    completed: completed.selected,
    completedTotal: cents(completed.total),
    winners: winners.selected,
    winnersTotal: cents(winners.total),
    ties: winners.ties,
    comparison,
  };
}

function afterComparison(
  race: Race,
  own: Filled,
  measure?: Measure,
): { winners: Filled; comparison?: Comparison } {
  if (!measure) return { winners: own };
  const byVotes = greedy(race);
  const comparison = compareOutcomes(race, measure, own.selected, byVotes.selected);
  return { winners: comparison.greedy > comparison.shares ? byVotes : own, comparison };
}

function assure(broken: readonly Invariant[]): void {
  if (broken.length > 0) throw new CountBroken(broken);
}
