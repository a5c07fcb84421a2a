import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { countFile } from '~/formats/pabulib/count';
import { publishedText } from '~/formats/pabulib/publish';
import { readPabulib } from '~/formats/pabulib/read';
import { roundOf } from '~/domain/voting/round';
import {
  ballotsFile,
  outcomeFile,
  outcomeForm,
  type PublishedOutcome,
  publishedRule,
} from '~/domain/voting/publication';
import { type RuleName } from '~/domain/voting/rule-names';

/** What a site publishes of round 1 when it was counted by a rule from these ballots. */
export function publishedOutcome(ballots: Uint8Array, name: RuleName): PublishedOutcome {
  return {
    schema: outcomeForm,
    round: { number: 1, name: 'Buurtbudget', area: 'Kruiskade' },
    ballots: { file: ballotsFile(1), sha256: createHash('sha256').update(ballots).digest('hex') },
    rule: publishedRule(name, readPabulib(ballots).meta.get('currency')),
    outcome: countFile(ballots, name),
  };
}

/** Puts into a folder what a site publishes of an election: its ballots, and its outcome by each rule. */
export function publishInto(folder: string, election: Uint8Array, rules: readonly RuleName[]): void {
  const ballots = new TextEncoder().encode(publishedText(roundOf(readPabulib(election))));
  writeFileSync(join(folder, ballotsFile(1)), ballots);
  for (const name of rules) {
    writeFileSync(join(folder, outcomeFile(1, name)), JSON.stringify(publishedOutcome(ballots, name)));
  }
}
