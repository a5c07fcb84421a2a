import { DomainError } from '~/domain/errors';
import { textOfKind } from '~/formats/text-of-kind';
import { translatorFor } from '~/i18n/translator.server';
import { importAreas } from '~/usecases/area/import-areas.server';
import { type Import } from './import-work';
import { bytesAt, Refusal, sayFileProblem, sayNotices } from './files';

const { t } = translatorFor('nl');

/** `wijken FILE.geojson [--jaar 2024]`; undefined when asked wrongly. */
export async function wijkenImport([file, option, given = '']: string[]): Promise<Import | undefined> {
  const year =
    option === undefined ? 2024 : option === '--jaar' && /^20\d\d$/.test(given) ? Number(given) : 0;
  if (!file || year === 0) return undefined;
  const bytes = await bytesAt(file);
  return async (context) => {
    try {
      const text = textOfKind(bytes, 'json');
      const options = { year, onNotices: sayNotices, onProgress };
      return t('area.import.done', await importAreas(context, text, options));
    } catch (error) {
      if (error instanceof DomainError) throw new Refusal(sayProblem(error));
      throw error;
    }
  };
}

function onProgress(done: number, total: number): void {
  if (done % 100 === 0 && done < total) console.error(t('area.import.progress', { done, total }));
}

/** "Regel 12: deze code hoort niet bij een wijk (WK12, wijk 3 in het bestand)." and that nothing changed. */
export function sayProblem(error: DomainError): string {
  const { code, detail } = error;
  if (code !== 'fileInvalid') {
    return `${sayFileProblem(error) ?? t(`error.${code}`, { ...detail })}\n${t('area.import.nothing')}`;
  }
  const problem = t(`area.import.problem.${String(detail.problem)}` as 'area.import.problem.jsonBroken', {
    value: detail.value,
  });
  const place = detail.wijk === 0 ? '' : ` ${t('area.import.place', { n: detail.wijk })}`;
  return `${t('area.import.line', { line: detail.line })} ${problem}${place}\n${t('area.import.nothing')}`;
}
