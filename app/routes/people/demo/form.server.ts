import { z } from 'zod';
import { uuid } from '~/http/fields.server';

export const enterAsForm = z.object({ person: uuid() });
