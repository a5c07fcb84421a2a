import { z } from 'zod';
import { email } from '~/http/fields.server';
import { password } from '~/routes/people/shared/forms.server';

export const passwordForm = z.object({ email: email(), password: password() });
