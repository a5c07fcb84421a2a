import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { unstable_parseMultipartFormData as parseParts, type UploadHandlerPart } from '@remix-run/node';
import { DomainError } from '~/domain/errors';

/** A file that came with a form and waits on disk until the form was dealt with (`dropUpload`), or longer (`keepUpload`). */
export type Uploaded = { path: string; name: string };

const uploads = new WeakMap<Request, Uploaded>();

/** A form of ours with a file has two or three parts. Thousands fit in what a file may weigh, and keep everybody waiting. */
const mostParts = 4;
const longestText = 100;
const longestName = 200;

/**
 * Reads a form with a file: the file is written to disk as it comes (`uploadedIn`), its short texts are the form. Throws
 * 'formInvalid' for what no page of ours sends; then nothing stays on disk.
 */
export async function formWithFile(request: Request): Promise<FormData> {
  let parts = 0;
  const file = { path: join(tmpdir(), `wijkkas-${randomUUID()}`), name: '' };
  try {
    const form = await parseParts(request, async (part) => {
      parts += 1;
      if (parts > mostParts) throw new DomainError('formInvalid');
      if (part.filename === undefined) return textOf(part);
      if (part.name !== 'file' || uploads.has(request)) throw new DomainError('formInvalid');
      file.name = part.filename.slice(0, longestName);
      uploads.set(request, file);
      await pipeline(Readable.from(part.data), createWriteStream(file.path, { mode: 0o600 }));
      return undefined;
    });
    return form;
  } catch (error) {
    uploads.delete(request);
    await rm(file.path, { force: true });
    throw error;
  }
}

async function textOf({ data }: UploadHandlerPart): Promise<string> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of data) {
    length += piece.length;
    if (length > longestText) throw new DomainError('formInvalid');
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString();
}

/** Whether a form was sent that can carry a file. */
export const isMultipart = ({ headers }: Request): boolean =>
  /^multipart\//i.test(headers.get('Content-Type') ?? '');

/** The file that came with this form; undefined when none was chosen. */
export const uploadedIn = (request: Request): Uploaded | undefined => {
  const file = uploads.get(request);
  return file?.name ? file : undefined;
};

/** The file stays on disk: whoever took it removes it. */
export const keepUpload = (request: Request): void => void uploads.delete(request);

/** What came with a form and nobody took does not stay on disk. */
export async function dropUpload(request: Request): Promise<void> {
  const file = uploads.get(request);
  if (file) await rm(file.path, { force: true });
}
