import { z } from 'zod';
import { digits } from '~/routes/people/shared/forms.server';

export const mailedCodeForm = z.object({ code: digits(8) });
