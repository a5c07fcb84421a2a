import { z } from 'zod';
import { calendar, text, uuid } from '~/http/fields.server';

export const planMeetingForm = z.object({
  date: calendar(),
  time: text(40),
  place: text(200),
  /** The meeting without quorum that this one repeats. */
  reconvenes: uuid().optional(),
});
