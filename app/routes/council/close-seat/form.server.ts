import { z } from 'zod';
import { calendar } from '~/http/fields.server';

export const closeSeatForm = z.object({ lastDay: calendar() });
