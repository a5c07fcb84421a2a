import { z } from 'zod';
import { DomainError } from '~/domain/errors';
import { maxStatementBytes } from '~/domain/money/statement';
import { type Visit } from './visit.server';

const field = 'file';
/** The form that carries the file; `readStatementFile` reads it. */
export const statementFileForm = z.object({ [field]: z.file() });

const megabyte = 1024 * 1024;

/**
 * The text of the bank statement that was posted in the field 'file'. Throws 'formInvalid' for what no page of ours
 * sends, and at the field 'required' (no file), 'fileTooLarge' and 'statementInvalid' (not UTF-8).
 */
export async function readStatementFile({ request }: Visit): Promise<string> {
  const posted = await filesIn(request).catch(() => undefined);
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

/** A form of ours has one part. Thousands fit in what a file may weigh, and keep everybody waiting while they are read. */
const mostParts = 4;

/** The parts of a multipart form; undefined when there are more than a page of ours sends. */
async function filesIn(request: Request): Promise<FormData | undefined> {
  const bytes = Buffer.from(await request.arrayBuffer());
  const type = request.headers.get('Content-Type') ?? '';
  const [, quoted, bare] = /boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(type) ?? [];
  const boundary = `--${quoted ?? bare ?? ''}`;
  let parts = 0;
  for (let at = bytes.indexOf(boundary); at >= 0; at = bytes.indexOf(boundary, at + boundary.length)) {
    parts += 1;
    // The last boundary closes the form.
    if (parts > mostParts + 1) return undefined;
  }
  return new Response(bytes, { headers: { 'Content-Type': type } }).formData();
}
