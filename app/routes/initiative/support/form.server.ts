import { z } from 'zod';
import { choice } from '~/http/fields.server';

export const supportForm = z.object({ stance: choice(['for', 'against', 'none']) });
