import { cityChoice } from '~/domain/voting/city';
import { type PublishedCount } from '~/domain/voting/publication';
import { explainedReport } from '~/domain/voting/report';
import { type RuleName, ruleOf, usualStep } from '~/domain/voting/rule-names';
import { tally } from '~/domain/voting/tally';
import { electionOf, modesOf } from '~/domain/voting/modes';
import { readPabulib } from './read';

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
