import { z } from 'zod';
import { optionalText, text } from '~/http/fields.server';

/** One's own address; what stands behind the number may stay empty. */
export const homeLetterForm = z.object({
  street: text(80),
  postcode: text(20),
  number: text(20),
  addition: optionalText(20),
  place: text(80),
});
