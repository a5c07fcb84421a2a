import { readFile } from 'node:fs/promises';
import { parseArgs, promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { cents, type Cents } from '~/domain/money/cents';
import { electionOf, type Mode, modes, modesOf } from '~/domain/voting/pabulib/election';
import { type PabulibFile } from '~/domain/voting/pabulib/file';
import { readAmount } from '~/domain/voting/pabulib/numbers';
import { PabulibError } from '~/domain/voting/pabulib/problem';
import { readPabulib } from '~/domain/voting/pabulib/read';
import { type Rule, tally } from '~/domain/voting/tally';
import { translatorFor } from '~/http/locale.server';
import { report } from './tally-report';

const { t } = translatorFor('nl');
const unpack = promisify(gunzip);

/** No election on record is a tenth of this. */
const maxBytes = 256 * 1024 * 1024;

const ruleNames = [
  'greedy',
  'greedy-ratio',
  'mes-cost',
  'mes-card',
  'mes-cost-add1',
  'mes-card-add1',
] as const;
type RuleName = (typeof ruleNames)[number];

type Wanted = { path: string; rule: RuleName; mode?: Mode; step?: Cents; explain: boolean };

/** What a person did wrong; said in one line, exit code 1. */
class Refusal extends Error {}

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

/** The command ends the process; what is longer than a pipe holds must be out before that. */
function print(line: string): Promise<void> {
  return new Promise((done) => process.stdout.write(`${line}\n`, () => done()));
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
  const file = readPabulib(await bytesOf(path));
  const known = modesOf(file);
  if (mode && !known.includes(mode)) throw new Refusal(t('voting.tally.noMode', { modes: known.join(', ') }));
  const election = electionOf(file, mode);
  return report(tally(election, ruleOf(rule, step ?? usualStep(file))), {
    rule,
    mode: mode ?? known[0],
    explain,
  });
}

async function bytesOf(path: string): Promise<Uint8Array> {
  const bytes = await readFile(path).catch(() => undefined);
  if (!bytes) throw new Refusal(t('voting.tally.noFile', { file: path }));
  if (!path.endsWith('.gz') && bytes.length <= maxBytes) return bytes;
  const unpacked = await unpack(bytes, { maxOutputLength: maxBytes }).catch(() => undefined);
  if (!unpacked) throw new Refusal(t('voting.tally.notGzip', { file: path }));
  return unpacked;
}

/** One unit of the currency, or a hundred of a currency as light as the forint (voting.md §4). */
function usualStep({ meta }: PabulibFile): Cents {
  return cents(meta.get('currency') === 'HUF' ? 10_000n : 100n);
}

function ruleOf(name: RuleName, step: Cents): Rule {
  if (name === 'greedy') return { method: 'greedy', ranking: 'votes' };
  if (name === 'greedy-ratio') return { method: 'greedy', ranking: 'votes-per-euro' };
  const utility = name.startsWith('mes-cost') ? 'cost' : 'cardinality';
  return { method: 'shares', utility, completion: true, ...(name.endsWith('add1') ? { step } : {}) };
}

/** "Regel 15, teken 3: dit is geen getal: 12.000,50." */
export function sayProblem({ code, place, value }: PabulibError): string {
  const problem = t(`voting.tally.problem.${code}`, { value });
  return t('voting.tally.place', { ...place, problem });
}
