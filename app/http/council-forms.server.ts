import { z } from 'zod';
import { calendar, choice, euros, optionalText, text, uuid, wholeNumber } from './fields.server';

export const planMeetingForm = z.object({
  date: calendar(),
  time: text(40),
  place: text(200),
  /** The meeting without quorum that this one repeats. */
  reconvenes: uuid().optional(),
});

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

export const voteForm = z.object({ choice: choice(['for', 'against', 'blank']) });
export const reasonsForm = z.object({ reasons: optionalText(2000) });
