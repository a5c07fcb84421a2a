import { z } from 'zod';
import { password, digits } from '~/routes/people/shared/forms.server';

export const invitationForm = z.object({ password: password(), code: digits(6) });
