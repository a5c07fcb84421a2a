import { parseArgs } from 'node:util';
import { PostcodesRefused } from '~/domain/area/postcode';
import { translatorFor } from '~/i18n/translator.server';
import { importPostcodes } from '~/usecases/area/import-postcodes.server';
import { type Import } from './import-work';
import { Refusal } from './files';

const { t } = translatorFor('nl');

/** `postcodes FILE.csv|FILE.zip [--year 2024]`; undefined when asked wrongly. */
export function postcodesImport(args: string[]): Import | undefined {
  const wanted = read(args);
  if (!wanted) return undefined;
  const { file, year } = wanted;
  return async (context) => {
    try {
      const { change, ...said } = await importPostcodes(context, file, { year, onProgress: progressOf() });
      const done = t('postcode.import.done', said);
      return change === 'unchanged' ? `${done}\n${t('postcode.import.unchanged')}` : done;
    } catch (error) {
      if (error instanceof PostcodesRefused) throw new Refusal(sayProblems(error));
      throw error;
    }
  };
}

function read(args: string[]): { file: string; year: number | undefined } | undefined {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { year: { type: 'string' } },
      allowPositionals: true,
    });
    const [file, ...more] = positionals;
    if (!file || more.length > 0 || !/^20\d\d$/.test(values.year ?? '2000')) return undefined;
    return { file, year: values.year === undefined ? undefined : Number(values.year) };
  } catch {
    return undefined;
  }
}

/** Says how far it is at every tenth part. */
function progressOf() {
  let said = 0;
  return (lines: number, done: number, total: number) => {
    const percent = Math.floor((done * 100) / total);
    if (percent < said + 10 || percent >= 100) return;
    said = percent - (percent % 10);
    console.error(t('postcode.import.progress', { lines, percent }));
  };
}

/** Every problem on its line, how many more there are, and that nothing changed. */
export function sayProblems({ problems, more }: PostcodesRefused): string {
  const lines = problems.map(({ line, problem: code, value }) => {
    const problem = t(`postcode.problem.${code}`, { value });
    return line === null ? problem : t('postcode.import.line', { line, problem });
  });
  const rest = more > 0 ? [t('postcode.import.more', { count: more })] : [];
  return [...lines, ...rest, t('postcode.import.nothing')].join('\n');
}
