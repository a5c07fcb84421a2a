import { z } from 'zod';
import { text, uuid } from '~/http/fields.server';

/** Why an entry is taken back; everybody reads it. */
export const reverseForm = z.object({ reason: text(500), key: uuid() });
