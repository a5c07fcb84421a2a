import { z } from 'zod';

/** The form that carries the file; `uploadedIn` finds it. */
export const postcodesForm = z.object({ file: z.file() });
