import { z } from 'zod';
import { euros, optionalText, uuid, wholeNumber } from '~/http/fields.server';

/** What the desk does on the page of a meeting. */
export const meetingForm = z.discriminatedUnion(
  'intent',
  [
    z.object({ intent: z.literal('attendance'), member: z.array(uuid()).max(100, 'formInvalid') }),
    z.object({ intent: z.literal('open'), reason: optionalText(500) }),
    z.object({ intent: z.literal('close') }),
    z.object({
      intent: z.literal('add'),
      number: wholeNumber(1, 999_999_999),
      proposed: euros().optional(),
    }),
  ],
  { error: 'formInvalid' },
);
