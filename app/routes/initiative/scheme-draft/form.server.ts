import { z } from 'zod';
import { calendar } from '~/http/fields.server';

/** From which day the rules that the address carries hold. */
export const startForm = z.object({ validFrom: calendar() });
