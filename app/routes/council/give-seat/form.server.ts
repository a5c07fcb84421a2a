import { z } from 'zod';
import { appointments, duties } from '~/domain/council/membership';
import { calendar, choice, email, optionalText } from '~/http/fields.server';

export const giveSeatForm = z.object({
  email: email(),
  name: optionalText(80),
  duty: choice(duties),
  appointed: choice(appointments),
  from: calendar(),
  livesThere: choice(['seen', 'unseen'])
    .default('unseen')
    .transform((answer) => answer === 'seen'),
  lastDay: calendar()
    .optional()
    .transform((day) => day ?? null),
});
