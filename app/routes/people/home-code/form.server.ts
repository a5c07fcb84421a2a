import { z } from 'zod';
import { text } from '~/http/fields.server';

export const homeCodeForm = z.object({ code: text(20) });
