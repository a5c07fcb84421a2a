import { z } from 'zod';

/** The figures of a year end that were seen and agreed to. */
export const bookYearEndForm = z.object({
  previewHash: z.string('formInvalid').regex(/^[0-9a-f]{64}$/, 'formInvalid'),
});
