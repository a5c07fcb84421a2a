import { parseArgs } from 'node:util';
import { type Cents } from '~/domain/money/cents';
import { electionOf, type Mode, modes, modesOf } from '~/domain/voting/modes';
import { readAmount } from '~/domain/voting/numbers';
import { PabulibError } from '~/formats/pabulib/problem';
import { readPabulib } from '~/formats/pabulib/read';
import { explainedReport, report } from '~/domain/voting/report';
import { type RuleName, ruleNames, ruleOf, usualStep } from '~/domain/voting/rule-names';
import { tally } from '~/domain/voting/tally';
import { translatorFor } from '~/i18n/translator.server';
import { pbBytes, print, Refusal, sayProblem } from './pb-file';

const { t } = translatorFor('nl');

type Wanted = { path: string; rule: RuleName; mode?: Mode; step?: Cents; explain: boolean };

/**
 * `tally FILE.pb|FILE.pb.gz --rule NAME [--mode NAME] [--step AMOUNT] [--explain]`: counts an election on file and prints
 * one JSON object. Answers the exit code; 2 when asked wrongly, 1 when the file cannot be counted.
 */
export async function tallyCommand(args: string[]): Promise<number> {
  const wanted = read(args);
  if (!wanted) {
    console.error(t('voting.tally.usage', { rules: ruleNames.join('|'), modes: modes.join('|') }));
    return 2;
  }
  try {
    await print(JSON.stringify(await count(wanted)));
    return 0;
  } catch (error) {
    if (!(error instanceof PabulibError || error instanceof Refusal)) throw error;
    console.error(error instanceof PabulibError ? sayProblem(error) : error.message);
    return 1;
  }
}

function read(args: string[]): Wanted | undefined {
  const text = { type: 'string' } as const;
  const options = { rule: text, mode: text, step: text, explain: { type: 'boolean' } } as const;
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const rule = ruleNames.find((name) => name === values.rule);
    const mode = modes.find((name) => name === values.mode);
    const step = values.step === undefined ? undefined : readAmount(values.step);
    const [path] = positionals;
    if (!path || !rule || positionals.length > 1 || (values.mode && !mode)) return undefined;
    if (typeof step === 'string' || step === 0n) return undefined;
    return { path, rule, mode, step, explain: values.explain ?? false };
  } catch {
    return undefined;
  }
}

async function count({ path, rule, mode, step, explain }: Wanted): Promise<object> {
  const file = readPabulib(await pbBytes(path));
  const known = modesOf(file);
  if (mode && !known.includes(mode)) throw new Refusal(t('voting.tally.noMode', { modes: known.join(', ') }));
  const say = explain ? explainedReport : report;
  const outcome = tally(electionOf(file, mode), ruleOf(rule, step ?? usualStep(file.meta.get('currency'))));
  return say(outcome, { rule, mode: mode ?? known[0] });
}
