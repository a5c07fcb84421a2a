import { z } from 'zod';
import { locales } from '~/i18n';
import { choice } from '~/http/fields.server';

export const languageForm = z.object({
  locale: choice(locales).catch('nl'),
  returnTo: z.string().max(2000, 'formInvalid').default('/'),
});
