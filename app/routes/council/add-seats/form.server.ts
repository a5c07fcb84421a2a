import { z } from 'zod';
import { seatKinds } from '~/domain/council/composition';
import { calendar, choice, wholeNumber } from '~/http/fields.server';

export const seatsForm = z.object({
  kind: choice(seatKinds),
  voting: choice(['yes', 'no']).transform((answer) => answer === 'yes'),
  count: wholeNumber(1, 20),
  from: calendar(),
});
