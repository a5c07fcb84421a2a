import { z } from 'zod';
import { optionalText } from '~/http/fields.server';

export const withdrawForm = z.object({ reason: optionalText(500) });
