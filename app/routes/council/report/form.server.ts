import { z } from 'zod';
import { text } from '~/http/fields.server';

/** That another member has an interest; `member` is a membership. */
export const reportForm = z.object({
  member: z.uuid('choiceInvalid').toLowerCase(),
  reason: text(1000),
});
