import { z } from 'zod';
import { choice } from '~/http/fields.server';

export const answerForm = z.object({ answer: choice(['yes', 'no']) });
