import { z } from 'zod';
import { DomainError } from '~/domain/errors';
import { type Uploaded, uploadedIn } from '~/http/upload.server';
import { type Visit } from '~/http/visit.server';

const field = 'file';
/** The form that carries the file; `handedIn` finds it. */
export const postcodesForm = z.object({ [field]: z.file() });

/** The file that was handed in, on disk. Throws 'required' when none was chosen. */
export function handedIn({ request }: Visit): Uploaded {
  const file = uploadedIn(request);
  if (!file) throw new DomainError('required', { field });
  return file;
}
