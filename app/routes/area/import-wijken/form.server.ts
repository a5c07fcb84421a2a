import { z } from 'zod';
import { wholeNumber } from '~/http/fields.server';

/** The form that carries a file of the CBS, and says of which year it is. */
export const wijkenFileForm = z.object({ file: z.file(), year: wholeNumber(2000, 2099) });
