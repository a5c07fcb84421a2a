import { detailInWords } from '~/components/initiative/words';
import { type Locale } from '~/components/ui/locale';
import { DomainError } from '~/domain/errors';

/** Rethrows a refusal with its amounts and dates as this visitor reads them. */
export const inWords =
  (locale: Locale) =>
  (error: unknown): never => {
    if (!(error instanceof DomainError)) throw error;
    throw new DomainError(error.code, { field: error.field, detail: detailInWords(error.detail, locale) });
  };
