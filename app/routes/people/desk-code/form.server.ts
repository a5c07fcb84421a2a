import { z } from 'zod';
import { digits } from '~/routes/people/shared/forms.server';

export const secondFactorForm = z.object({ code: digits(6) });
