import { z } from 'zod';
import { text } from '~/http/fields.server';

/** Why a batch is withdrawn. */
export const withdrawBatchForm = z.object({ reason: text(500) });
