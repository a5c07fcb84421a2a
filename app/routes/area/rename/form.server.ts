import { z } from 'zod';
import { text } from '~/http/fields.server';

export const renameForm = z.object({ name: text(80), slug: text(60) });
