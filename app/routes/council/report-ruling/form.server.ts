import { z } from 'zod';
import { choice, text } from '~/http/fields.server';

export const rulingForm = z.object({
  ruling: choice(['sustained', 'dismissed']),
  reason: text(1000),
});
