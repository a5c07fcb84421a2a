import { z } from 'zod';
import { optionalText } from '~/http/fields.server';

export const reasonsForm = z.object({ reasons: optionalText(2000) });
