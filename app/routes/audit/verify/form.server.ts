import { z } from 'zod';
import { choice } from '~/http/fields.server';

export const checkForm = z.object({ scope: choice(['all', 'chain']) });
