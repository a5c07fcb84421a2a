import { z } from 'zod';
import { choice, optionalText, uuid } from '~/http/fields.server';

export const moderateForm = z.object({
  commentId: uuid(),
  verdict: choice(['accept', 'refuse']),
  reason: optionalText(500),
});
