import { z } from 'zod';
import { choice, optionalText } from '~/http/fields.server';

export const answerForm = z.object({
  answer: choice(['accepted', 'denied']),
  reason: optionalText(1000),
});
