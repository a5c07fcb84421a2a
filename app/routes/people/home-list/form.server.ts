import { z } from 'zod';
import { text } from '~/http/fields.server';

export const homeListForm = z.object({ postcode: text(10), number: text(10) });
