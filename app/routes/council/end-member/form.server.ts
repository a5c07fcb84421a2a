import { z } from 'zod';
import { calendar, choice } from '~/http/fields.server';

/** The day is asked first; then, with what follows from it, whether that is meant. */
export const endMemberForm = z.object({ lastDay: calendar(), sure: choice(['yes']).optional() });
