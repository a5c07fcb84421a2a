import { z } from 'zod';
import { commentArguments } from '#db/schema';
import { choice, text } from '~/http/fields.server';

export const commentForm = z.object({ argument: choice(commentArguments), body: text(2000) });
