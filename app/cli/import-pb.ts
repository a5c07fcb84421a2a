import { parseArgs } from 'node:util';
import { DomainError } from '~/domain/errors';
import { PabulibError } from '~/formats/pabulib/problem';
import { translatorFor } from '~/i18n/translator.server';
import { importRound } from '~/usecases/voting/import-round.server';
import { type Import } from './import-work';
import { pbBytes, Refusal, sayProblem } from './pb-file';

const { t } = translatorFor('nl');

/** `pb FILE.pb|FILE.pb.gz --area CODE`; undefined when asked wrongly. */
export async function pbImport(args: string[]): Promise<Import | undefined> {
  const wanted = read(args);
  if (!wanted) return undefined;
  const bytes = await pbBytes(wanted.file);
  return async (context) => {
    try {
      const { created, ...round } = await importRound(context, bytes, {
        areaCode: wanted.areaCode,
        onProgress,
      });
      return t(created ? 'voting.import.done' : 'voting.import.known', round);
    } catch (error) {
      throw said(error, wanted.areaCode);
    }
  };
}

function read(args: string[]): { file: string; areaCode: string } | undefined {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { area: { type: 'string' } },
      allowPositionals: true,
    });
    const [file, ...more] = positionals;
    return file && values.area && more.length === 0 ? { file, areaCode: values.area } : undefined;
  } catch {
    return undefined;
  }
}

function onProgress(done: number, total: number): void {
  if (done < total) console.error(t('voting.import.progress', { done, total }));
}

/** An expected refusal in words, and that nothing changed; anything else as it is. */
function said(error: unknown, code: string): unknown {
  if (!(error instanceof PabulibError || error instanceof DomainError)) return error;
  const message = error instanceof PabulibError ? sayProblem(error) : sayRefusal(error, code);
  return new Refusal(`${message}\n${t('area.import.nothing')}`);
}

function sayRefusal({ code, detail }: DomainError, areaCode: string): string {
  if (code === 'notFound') return t('voting.import.noArea', { code: areaCode });
  if (code === 'fileKnown') return t('voting.import.elsewhere', { area: detail.area });
  return t('voting.import.tooLarge');
}
