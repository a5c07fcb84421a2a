import { z } from 'zod';
import { detailsShape } from '../shared/forms.server';

export const detailsForm = z.object(detailsShape);
