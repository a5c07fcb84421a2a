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
 * The bytes of the file that was posted in the field 'file'. Throws 'formInvalid' for what no page of ours sends, and at the
 * field 'required' (no file) and 'fileTooLarge'.
 */
export async function readStatementFile({ request }: Visit): Promise<Uint8Array> {
  const posted = await postedIn(request);
  if (!posted) throw new DomainError('formInvalid');
  const file = posted.get(field);
  if (!(file instanceof File) || file.size === 0) throw new DomainError('required', { field });
  if (file.size > maxStatementBytes) {
    throw new DomainError('fileTooLarge', { field, detail: { max: maxStatementBytes / megabyte } });
  }
  return new Uint8Array(await file.arrayBuffer());
}
