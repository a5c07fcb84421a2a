import { readFile, stat } from 'node:fs/promises';
import { DomainError } from '~/domain/errors';
import { postedIn } from './posted.server';
import { uploadedIn } from './upload.server';
import { type Visit } from './visit.server';

const megabyte = 1024 * 1024;

/**
 * The bytes of the file that was posted in the field `file`. Throws 'formInvalid' for what no page of ours sends, and at the
 * field 'required' (no file) and 'fileTooLarge'.
 */
export async function readFormFile({ request }: Visit, mostBytes: number): Promise<Uint8Array> {
  const field = 'file';
  if (!(await postedIn(request))) throw new DomainError('formInvalid');
  const file = uploadedIn(request);
  const { size } = file ? await stat(file.path) : { size: 0 };
  if (!file || size === 0) throw new DomainError('required', { field });
  if (size > mostBytes)
    throw new DomainError('fileTooLarge', { field, detail: { max: mostBytes / megabyte } });
  return readFile(file.path);
}

/** What else was typed in a form with a file. */
export async function readBesideFile({ request }: Visit, field: string): Promise<string> {
  const typed = (await postedIn(request))?.get(field);
  return typeof typed === 'string' ? typed : '';
}
