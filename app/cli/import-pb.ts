import { parseArgs } from 'node:util';
import { DomainError } from '~/domain/errors';
import { translatorFor } from '~/i18n/translator.server';
import { importRound } from '~/usecases/voting/import-round.server';
import { type Import } from './import-work';
import { bytesAt, Refusal, sayFileProblem, sayNotices } from './files';

const { t } = translatorFor('nl');

type Wanted = { file: string; areaCode: string; acceptNotices: boolean };

/** `pb FILE.pb|FILE.pb.gz --area CODE [--accept-notices]`; undefined when asked wrongly. */
export async function pbImport(args: string[]): Promise<Import | undefined> {
  const wanted = read(args);
  if (!wanted) return undefined;
  const { file, ...options } = wanted;
  const bytes = await bytesAt(file);
  return async (context) => {
    try {
      const { created, ...round } = await importRound(context, bytes, {
        ...options,
        ...{ onNotices: sayNotices, onProgress },
      });
      return t(created ? 'voting.import.done' : 'voting.import.known', round);
    } catch (error) {
      throw said(error, options.areaCode);
    }
  };
}

function read(args: string[]): Wanted | undefined {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { area: { type: 'string' }, 'accept-notices': { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const [file, ...more] = positionals;
    if (!file || !values.area || more.length > 0) return undefined;
    return { file, areaCode: values.area, acceptNotices: values['accept-notices'] };
  } catch {
    return undefined;
  }
}

function onProgress(done: number, total: number): void {
  if (done < total) console.error(t('voting.import.progress', { done, total }));
}

/** An expected refusal in words, and that nothing changed; anything else as it is. */
function said(error: unknown, code: string): unknown {
  const problem =
    sayFileProblem(error) ?? (error instanceof DomainError ? sayRefusal(error, code) : undefined);
  return problem === undefined ? error : new Refusal(`${problem}\n${t('area.import.nothing')}`);
}

function sayRefusal({ code, detail }: DomainError, areaCode: string): string {
  if (code === 'notFound') return t('voting.import.noArea', { code: areaCode });
  if (code === 'fileKnown') return t('voting.import.elsewhere', { area: detail.area });
  if (code === 'noticesOpen') return t('voting.import.notAccepted');
  return t('voting.import.tooLarge');
}
