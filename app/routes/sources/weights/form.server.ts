import { z } from 'zod';
import { text } from '~/http/fields.server';

/** Two ways to hand in weights: a file, or its lines pasted. */
export const weightsForms = {
  file: z.object({ file: z.file() }),
  lines: z.object({ lines: text(5000) }),
};
