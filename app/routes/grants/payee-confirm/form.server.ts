import { z } from 'zod';
import { uuid } from '~/http/fields.server';

/** The account that was looked at and is right. */
export const confirmPayeeForm = z.object({ payeeId: uuid() });
