import { z } from 'zod';
import { uuid } from '~/http/fields.server';

/** The source that turns out to have sent what was set apart. */
export const destinationForm = z.object({ sourceId: uuid() });
