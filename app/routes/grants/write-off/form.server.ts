import { text } from '~/http/fields.server';
import { amountForm } from '~/routes/grants/shared/forms.server';

export const writeOffForm = amountForm.extend({ reason: text(500) });
