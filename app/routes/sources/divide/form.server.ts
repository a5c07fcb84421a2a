import { uuid } from '~/http/fields.server';
import { source, withOwnRule } from '~/routes/sources/shared/forms.server';

/** The same, seen and agreed to; the key makes sending it twice one act. */
export const bookSourceForm = source.extend({ key: uuid() }).transform(withOwnRule);
