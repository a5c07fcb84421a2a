import { z } from 'zod';

/** The form that carries the file; `readFormFile` reads it. */
export const statementFileForm = z.object({ file: z.file() });
