import { z } from 'zod';
import { email, uuid } from '~/http/fields.server';

export const checkHomeForm = z.object({ email: email(), areaId: uuid() });
