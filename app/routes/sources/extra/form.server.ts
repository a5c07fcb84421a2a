import { z } from 'zod';
import { euros, uuid } from '~/http/fields.server';

/** More money of a source for one wijk. */
export const extraPledgeForm = z.object({ areaId: z.uuid('choiceInvalid'), cents: euros(), key: uuid() });
