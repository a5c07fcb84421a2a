import { accountingForm, key } from '~/routes/grants/shared/forms.server';

/** The same, seen and agreed to. */
export const settleForm = accountingForm.extend({ key });
