import { z } from 'zod';
import { email, text } from '~/http/fields.server';

export const firstAdminForm = z.object({ name: text(80), email: email() });
