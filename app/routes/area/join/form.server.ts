import { z } from 'zod';
import { uuid } from '~/http/fields.server';

export const joinForm = z.object({ into: uuid() });
