import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { outcomeForm } from '~/domain/voting/publication';
import { translatorFor } from '~/i18n/translator.server';
import { print, Refusal } from './files';
import { readJson, recounted, type Recounted } from './recount-outcome';

const { t } = translatorFor('nl');

/**
 * `recount FILE|DIR`: counts what was published of a round again from its files alone, and prints one JSON object that
 * says whether all of it matches. FILE is an outcome, or the ballots with the outcomes beside them. Answers the exit code;
 * 2 when asked wrongly or nothing is there to count, 1 when something does not match or is broken.
 */
export async function recountCommand(args: string[]): Promise<number> {
  const [path] = args;
  if (!path || args.length > 1 || path.startsWith('-')) {
    console.error(t('outcome.recount.usage'));
    return 2;
  }
  const outcomes: Recounted[] = [];
  for (const file of await outcomesAt(path)) outcomes.push(await recountedOrBroken(file));
  if (outcomes.length === 0) {
    console.error(t('outcome.recount.nothing', { path }));
    return 2;
  }
  const matches = outcomes.every((outcome) => outcome.matches);
  await print(JSON.stringify({ matches, outcomes }));
  return matches ? 0 : 1;
}

/** The files to count again; one that is not there counts as broken. */
async function outcomesAt(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory()) return outcomesIn(path);
  if (!found || path.endsWith('.json')) return [path];
  return outcomesIn(dirname(path), basename(path, '.gz'));
}

const naming = z.object({ schema: z.literal(outcomeForm), ballots: z.object({ file: z.string() }) });

/** Every outcome in a folder, or those that name these ballots; what cannot be read may be one. */
async function outcomesIn(folder: string, ballots?: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const paths = names.map((name) => join(folder, name));
  const wanted = await Promise.all(
    paths.map(async (path) => {
      const content = await readJson(path).catch(() => undefined);
      if (content === undefined) return true;
      const { data } = naming.safeParse(content);
      if (!data) console.error(t('outcome.recount.skipped', { file: path }));
      return data !== undefined && (ballots === undefined || data.ballots.file === ballots);
    }),
  );
  return paths.filter((_, place) => wanted[place]);
}

async function recountedOrBroken(path: string): Promise<Recounted> {
  try {
    const outcome = await recounted(path);
    const differences = outcome.differences.join(', ');
    if (!outcome.matches) console.error(t('outcome.recount.differs', { file: path, differences }));
    return outcome;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(error.message);
    const file = basename(path);
    return { file, ballots: null, rule: null, matches: false, differences: [error.message] };
  }
}
