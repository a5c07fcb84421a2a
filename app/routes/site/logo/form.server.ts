import { z } from 'zod';

/** The form that carries the logo. */
export const logoForm = z.object({ file: z.file() });
