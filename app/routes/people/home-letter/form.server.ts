import { z } from 'zod';
import { optionalText, text } from '~/http/fields.server';

/** One's own address; what stands behind the number may stay empty. */
export const homeLetterForm = z.object({ postcode: text(10), number: text(10), addition: optionalText(10) });
