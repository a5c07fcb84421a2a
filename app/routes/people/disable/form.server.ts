import { z } from 'zod';
import { text } from '~/http/fields.server';

/** Why a desk is closed. */
export const disableForm = z.object({ reason: text(500) });
