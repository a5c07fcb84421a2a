import { z } from 'zod';
import { euros, uuid } from '~/http/fields.server';

/** Money of a source that came in. */
export const receiptForm = z.object({ cents: euros(), key: uuid() });
