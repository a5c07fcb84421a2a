import { z } from 'zod';
import { calendar, uuid } from '~/http/fields.server';

/** Which payments go to the bank together, and when. */
export const batchForm = z.object({
  initiativeIds: z.array(uuid()).min(1, 'nothingToPay'),
  executeOn: calendar(),
});
