import { parseArgs } from 'node:util';
import { type Cents } from '~/domain/money/cents';
import { electionOf, type Mode, modes, modesOf } from '~/domain/voting/modes';
import { readAmount } from '~/domain/voting/numbers';
import { readPabulib } from '~/formats/pabulib/read';
import { explainedReport, report } from '~/domain/voting/report';
import { type PabulibFile } from '~/domain/voting/round-file';
import { noticesOf } from '~/domain/voting/round-notices';
import {
  type RuleName,
  ruleNamed,
  ruleNames,
  ruleOf,
  usualRule,
  usualStep,
} from '~/domain/voting/rule-names';
import { tally } from '~/domain/voting/tally';
import { translatorFor } from '~/i18n/translator.server';
import { bytesAt, print, Refusal, sayFileProblem, sayNotices } from './files';

const { t } = translatorFor('nl');

type Wanted = { path: string; rule?: RuleName; mode?: Mode; step?: Cents; explain: boolean };

/**
 * `tally FILE.pb|FILE.pb.gz [--rule NAME] [--mode NAME] [--step AMOUNT] [--explain]`: counts an election on file, by the rule
 * that it names or the usual one where none is asked for, and prints one JSON object; what is odd goes to stderr. Answers the exit code; 2 when asked wrongly, 1 when the file cannot be counted.
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
    const problem = error instanceof Refusal ? error.message : sayFileProblem(error);
    if (problem === undefined) throw error;
    console.error(problem);
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
    if (!path || positionals.length > 1) return undefined;
    if (values.rule !== undefined && !rule) return undefined;
    if (values.mode !== undefined && !mode) return undefined;
    if (typeof step === 'string' || step === 0n) return undefined;
    return { path, rule, mode, step, explain: values.explain ?? false };
  } catch {
    return undefined;
  }
}

async function count({ path, mode, step, explain, ...asked }: Wanted): Promise<object> {
  const file = readPabulib(await bytesAt(path));
  const known = modesOf(file);
  if (mode && !known.includes(mode)) throw new Refusal(t('voting.tally.noMode', { modes: known.join(', ') }));
  sayNotices(noticesOf(file));
  const rule = asked.rule ?? ruleFor(file);
  const say = explain ? explainedReport : report;
  const outcome = tally(electionOf(file, mode), ruleOf(rule, step ?? usualStep(file.meta.get('currency'))));
  return say(outcome, { rule, mode: mode ?? known[0] });
}

/** The rule that a file names, or the usual one; says which. */
function ruleFor({ meta }: PabulibFile): RuleName {
  const named = ruleNamed(meta.get('rule') ?? '');
  const rule = named ?? usualRule;
  console.error(t(named ? 'voting.tally.byFile' : 'voting.tally.byUsual', { rule }));
  return rule;
}
