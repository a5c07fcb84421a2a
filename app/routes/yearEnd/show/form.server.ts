import { z } from 'zod';

/** The figures of a year end that were seen and agreed to. */
const previewHash = z.string('formInvalid').regex(/^[0-9a-f]{64}$/, 'formInvalid');

/** What a controller does on the page of a year end. */
export const yearEndForm = z.discriminatedUnion(
  'intent',
  [
    z.object({ intent: z.literal('prepare'), previewHash }),
    z.object({ intent: z.literal('book'), previewHash }),
    z.object({ intent: z.literal('withdraw') }),
  ],
  { error: 'formInvalid' },
);
