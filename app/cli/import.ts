import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { visitor } from '~/domain/access/roles';
import { calendarDateIn } from '~/domain/calendar';
import { DomainError } from '~/domain/errors';
import { translatorFor } from '~/http/locale.server';
import { importWijken } from '~/usecases/import-wijken.server';
import { openDatabase } from './database';

const { t } = translatorFor('nl');

type Wanted = { file: string; year: number };

/** `import wijken FILE.geojson [--jaar 2024]`: answers the exit code; 2 when asked wrongly, 1 when refused. */
export async function importCommand(args: string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  const wanted = read(args);
  if (!wanted) {
    console.error(t('area.import.usage'));
    return 2;
  }
  const text = await readFile(wanted.file, 'utf8').catch(() => undefined);
  if (text === undefined) {
    console.error(t('area.import.noFile', { file: wanted.file }));
    return 1;
  }
  const { db, close } = await openDatabase(env);
  try {
    const now = new Date();
    const act = { db, actor: visitor, now, today: calendarDateIn(now), newId: randomUUID };
    const done = await importWijken(act, text, { year: wanted.year, onProgress });
    console.log(t('area.import.done', done));
    return 0;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    console.error(sayProblem(error));
    return 1;
  } finally {
    await close();
  }
}

function read([what, file, option, year = '']: string[]): Wanted | undefined {
  if (what !== 'wijken' || !file) return undefined;
  if (option === undefined) return { file, year: 2024 };
  return option === '--jaar' && /^20\d\d$/.test(year) ? { file, year: Number(year) } : undefined;
}

function onProgress(done: number, total: number): void {
  if (done % 100 === 0 && done < total) console.error(t('area.import.progress', { done, total }));
}

/** "Regel 12: deze code hoort niet bij een wijk (WK12, wijk 3 in het bestand)." and that nothing changed. */
export function sayProblem({ code, detail }: DomainError): string {
  if (code !== 'fileInvalid') return t(`error.${code}`, detail as Record<string, unknown>);
  const problem = t(`area.import.problem.${String(detail.problem)}` as 'area.import.problem.jsonBroken', {
    value: detail.value,
  });
  const place = detail.wijk === 0 ? '' : ` ${t('area.import.place', { n: detail.wijk })}`;
  return `${t('area.import.line', { line: detail.line })} ${problem}${place}\n${t('area.import.nothing')}`;
}
