import { z } from 'zod';
import { wholeNumber } from '~/http/fields.server';

/** Which job of the queue, by its number. */
export const retryForm = z.object({ jobId: wholeNumber(1, 999_999_999).transform(String) });
