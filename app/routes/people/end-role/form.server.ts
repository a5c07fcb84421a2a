import { z } from 'zod';
import { calendar } from '~/http/fields.server';

/** From which day on somebody has a role no more. */
export const endRoleForm = z.object({ from: calendar() });
