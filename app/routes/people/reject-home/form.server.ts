import { z } from 'zod';
import { text } from '~/http/fields.server';

/** Why it is not so. */
export const rejectHomeForm = z.object({ reason: text(500) });
