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

/** That another member has an interest; `member` is a membership. */
export const reportForm = z.object({
  member: z.uuid('choiceInvalid').toLowerCase(),
  reason: text(1000),
});
export const answerForm = z.object({
  answer: choice(['accepted', 'denied']),
  reason: optionalText(1000),
});
export const rulingForm = z.object({
  ruling: choice(['sustained', 'dismissed']),
  reason: text(1000),
});

export const reasonsForm = z.object({ reasons: optionalText(2000) });
