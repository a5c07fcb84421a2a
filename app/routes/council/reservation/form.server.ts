import { z } from 'zod';
import { choice, uuid } from '~/http/fields.server';

export const reservationForm = z.object({ intent: choice(['reserve', 'release']), key: uuid() });
