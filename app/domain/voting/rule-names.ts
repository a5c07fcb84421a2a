import { type Cents, cents } from '../money/cents';
import { type Rule } from './tally';

/** The ways of counting that stand beside each other for every round; the names are those of the command `tally`. */
export const ruleNames = [
  'mes-cost-add1',
  'greedy',
  'mes-cost',
  'mes-card-add1',
  'mes-card',
  'greedy-ratio',
] as const;
export type RuleName = (typeof ruleNames)[number];

/** Equal shares with cost utility, raised by Add1, then filled up by votes: what a new scheme starts with (voting.md §8). */
export const usualRule: RuleName = 'mes-cost-add1';

/** The rule with a name; `step` is how much Add1 raises everybody's share, in minor units. */
export function ruleOf(name: RuleName, step: Cents): Rule {
  if (name === 'greedy') return { method: 'greedy', ranking: 'votes' };
  if (name === 'greedy-ratio') return { method: 'greedy', ranking: 'votes-per-euro' };
  const utility = name.startsWith('mes-cost') ? 'cost' : 'cardinality';
  return { method: 'shares', utility, completion: true, ...(name.endsWith('add1') ? { step } : {}) };
}

/** Our rule for the one that a file names (voting.md §2); undefined for what we count otherwise or do not know. */
export function ruleNamed(rule: string): RuleName | undefined {
  return named.get(rule.trim());
}

const named: ReadonlyMap<string, RuleName> = new Map([
  ['greedy', 'greedy'],
  ['equalshares', 'mes-cost'],
  ['equalshares/add1', 'mes-cost-add1'],
]);

/** One unit of the currency, or a hundred of a currency as light as the forint (voting.md §4). */
export function usualStep(currency: string | undefined): Cents {
  return cents(currency === 'HUF' ? 10_000n : 100n);
}
