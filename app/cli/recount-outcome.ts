import { access, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { sha256 } from '#db/writes/hash';
import { differencesOf } from '~/domain/voting/compare-reports';
import { countFile } from '~/formats/pabulib/count';
import { readPabulib } from '~/formats/pabulib/read';
import { outcomeForm, publishedRule } from '~/domain/voting/publication';
import { ruleNames } from '~/domain/voting/rule-names';
import { CountBroken } from '~/domain/voting/tally';
import { translatorFor } from '~/i18n/translator.server';
import { bytesAt, Refusal, sayFileProblem } from './files';

const { t } = translatorFor('nl');

const fields = z.record(z.string(), z.unknown());

/** What must stand in a published outcome before anything can be counted again. */
const published = z.object({
  schema: z.literal(outcomeForm),
  ballots: z.object({ file: z.string().regex(/^[\w.-]+\.pb$/), sha256: z.string() }),
  rule: z.intersection(z.object({ name: z.enum(ruleNames) }), fields),
  outcome: fields,
});

/** Whether an outcome on file is what its ballots give; otherwise what differs, or one sentence on what is broken. */
export type Recounted = {
  file: string;
  ballots: string | null;
  rule: string | null;
  matches: boolean;
  differences: string[];
};

/** What a .json file holds. Throws Refusal. */
export async function readJson(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) throw new Refusal(t('voting.tally.noFile', { file: path }));
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(t('outcome.recount.notJson', { file: path }));
  }
}

/** Counts the ballots beside a published outcome again, and compares all that it says. Throws Refusal. */
export async function recounted(path: string): Promise<Recounted> {
  const { data } = published.safeParse(await readJson(path));
  if (!data) throw new Refusal(t('outcome.recount.notOutcome', { file: path }));
  const { ballots, rule } = data;
  const bytes = await bytesAt(await onDisk(join(dirname(path), ballots.file)));
  const differences = [
    ...(sha256(bytes) === ballots.sha256 ? [] : ['ballots.sha256']),
    ...differencesFrom(data, bytes),
  ];
  const subject = { file: basename(path), ballots: ballots.file, rule: rule.name };
  return { ...subject, matches: differences.length === 0, differences };
}

/** The ballots as they were downloaded, or packed afterwards. */
async function onDisk(path: string): Promise<string> {
  const packed = `${path}.gz`;
  const exists = (file: string) =>
    access(file).then(
      () => true,
      () => false,
    );
  return !(await exists(path)) && (await exists(packed)) ? packed : path;
}

function differencesFrom({ rule, outcome }: z.infer<typeof published>, bytes: Uint8Array): string[] {
  try {
    const counted: unknown = JSON.parse(JSON.stringify(countFile(bytes, rule.name)));
    const named = publishedRule(rule.name, readPabulib(bytes).meta.get('currency'));
    return [
      ...differencesOf(rule, named).map((name) => `rule.${name}`),
      ...differencesOf(outcome, fields.parse(counted)),
    ];
  } catch (error) {
    const problem = sayFileProblem(error);
    if (problem !== undefined) return [problem];
    if (error instanceof CountBroken || error instanceof RangeError) return [error.message];
    throw error;
  }
}
