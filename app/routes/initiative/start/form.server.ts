import { z } from 'zod';
import { text, uuid } from '~/http/fields.server';

export const startForm = z.object({ areaId: uuid(), title: text(100) });
