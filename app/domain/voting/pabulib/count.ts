import { cityChoice, type CityChoice } from '../city';
import { explainedReport, type Explained } from '../report';
import { type RuleName, ruleOf, usualStep } from '../rule-names';
import { tally } from '../tally';
import { electionOf, modesOf } from './election';
import { readPabulib } from './read';

/** What is published of a count: the explained report, and what the city chose where the file says so. */
export type PublishedCount = Explained & Readonly<{ city: CityChoice | null }>;

/**
 * Counts a file by a rule as a site publishes it: ballots as the file means them, the usual step, ties by the order of
 * ids. Throws PabulibError, RangeError where the file cannot be counted, CountBroken.
 */
export function countFile(bytes: Uint8Array, rule: RuleName): PublishedCount {
  const file = readPabulib(bytes);
  const mode = modesOf(file)[0];
  const outcome = tally(electionOf(file, mode), ruleOf(rule, usualStep(file.meta.get('currency'))));
  return { ...explainedReport(outcome, { rule, mode }), city: cityChoice(file) ?? null };
}
