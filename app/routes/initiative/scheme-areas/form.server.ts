import { z } from 'zod';

/** The wijken in which a scheme holds. */
export const areasForm = z.object({ areaIds: z.array(z.uuid('choiceInvalid').toLowerCase()).default([]) });
