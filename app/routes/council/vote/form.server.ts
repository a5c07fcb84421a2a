import { z } from 'zod';
import { choice } from '~/http/fields.server';

export const voteForm = z.object({ choice: choice(['for', 'against', 'blank']) });
