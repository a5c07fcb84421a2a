import { z } from 'zod';
import { DomainError } from '~/domain/errors';
import { maxStatementBytes } from '~/domain/money/statement';
import { postedIn } from '~/http/posted.server';
import { type Visit } from '~/http/visit.server';

const field = 'file';
/** The form that carries the file; `readStatementFile` reads it. */
export const statementFileForm = z.object({ [field]: z.file() });

const megabyte = 1024 * 1024;

/**
 * The text of the bank statement that was posted in the field 'file'. Throws 'formInvalid' for what no page of ours
 * sends, and at the field 'required' (no file), 'fileTooLarge' and 'statementInvalid' (not UTF-8).
 */
export async function readStatementFile({ request }: Visit): Promise<string> {
  const posted = await postedIn(request);
  if (!posted) throw new DomainError('formInvalid');
  const file = posted.get(field);
  if (!(file instanceof File) || file.size === 0) throw new DomainError('required', { field });
  if (file.size > maxStatementBytes) {
    throw new DomainError('fileTooLarge', { field, detail: { max: maxStatementBytes / megabyte } });
  }
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const place = { line: 1, what: 'notText', statement: 0, entry: 0 };
    throw new DomainError('statementInvalid', { field, detail: place });
  }
}
