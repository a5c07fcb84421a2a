import { type CityChoice } from './city';
import { type Explained } from './report';
import { type RuleName, ruleOf, usualStep } from './rule-names';
import { type Rule } from './tally';

/** What is published of a count: the explained report, and what the city chose where the file says so. */
export type PublishedCount = Explained & Readonly<{ city: CityChoice | null }>;

/** Names the form of a published outcome; another form gets another name. */
export const outcomeForm = 'wijkkas-outcome-1';

type WithoutStep<Each> = Each extends unknown ? Omit<Each, 'step'> : never;

/**
 * A rule as another program can follow it (voting.md §3, §4): by `step` units of the currency everybody's share is raised
 * each time, null for not at all; `ties` is what settles who goes first, in this order.
 */
export type PublishedRule = WithoutStep<Rule> &
  Readonly<{ name: RuleName; step: number | null; ties: readonly ['votes', 'cost', 'id'] }>;

/** What is published of a round that was counted by a rule: enough to count it again from the ballots beside it. */
export type PublishedOutcome = Readonly<{
  schema: typeof outcomeForm;
  round: Readonly<{ number: number; name: string; area: string }>;
  ballots: Readonly<{ file: string; sha256: string }>;
  rule: PublishedRule;
  outcome: PublishedCount;
}>;

/** The rule with a name, for a round in a currency as its file says it. */
export function publishedRule(name: RuleName, currency: string | undefined): PublishedRule {
  const { step, ...rule } = { step: undefined, ...ruleOf(name, usualStep(currency)) };
  return {
    name,
    ...rule,
    step: step === undefined ? null : Number(step / 100n),
    ties: ['votes', 'cost', 'id'],
  };
}

/** The name of the file with the ballots of a round. */
export function ballotsFile(round: number): string {
  return `stemronde-${round}.pb`;
}

/** The name of the file with the outcome of a round by a rule. */
export function outcomeFile(round: number, rule: RuleName): string {
  return `stemronde-${round}-${rule}.json`;
}
