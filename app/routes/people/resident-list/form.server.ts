import { z } from 'zod';

/** The form that carries the list; `readFormFile` finds it. */
export const residentListForm = z.object({ file: z.file() });
