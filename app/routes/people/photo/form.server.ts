import { z } from 'zod';

/** The form that carries the photo. */
export const photoForm = z.object({ file: z.file() });
