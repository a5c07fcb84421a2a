import { z } from 'zod';
import { text } from '~/http/fields.server';

export const homeListForm = z.object({ postcode: text(20), number: text(20) });
