import { z } from 'zod';
import { text } from '~/http/fields.server';

/** To ask for a new second factor, or what becomes of one that was asked. */
export const renewFactorForm = z.discriminatedUnion(
  'intent',
  [
    z.object({ intent: z.literal('ask'), reason: text(500) }),
    z.object({ intent: z.literal('confirm') }),
    z.object({ intent: z.literal('withdraw') }),
  ],
  { error: 'choiceInvalid' },
);
