import { z } from 'zod';
import { windows } from '~/domain/windows';
import { locales } from '~/i18n';
import { calendar, choice, email, text, uuid } from './fields.server';

/** A code as people type or paste it: spaces and dashes do not count. */
const digits = (length: number) =>
  z
    .string({ error: 'required' })
    .transform((typed) => typed.replaceAll(/[\s-]/g, ''))
    .pipe(
      z
        .string({ error: 'required' })
        .min(1, 'required')
        .regex(new RegExp(`^\\d{${length}}$`), 'codeWrong'),
    );

/** A password is taken as it is; only a length that no one types is refused. */
const password = () => z.string({ error: 'required' }).min(1, 'required').max(1000, 'passwordWrong');

/** An answer out of a list by id; left empty it is missing, not unreadable. */
const chosen = () => z.string({ error: 'required' }).min(1, 'required').pipe(uuid());

export const enterAsForm = z.object({ person: uuid() });
export const addressForm = z.object({ email: email() });
export const mailedCodeForm = z.object({ code: digits(8) });
export const passwordForm = z.object({ email: email(), password: password() });
export const secondFactorForm = z.object({ code: digits(6) });
export const invitationForm = z.object({ password: password(), code: digits(6) });
export const personForm = z.object({ name: text(80), areaId: chosen(), bornOn: calendar(windows.birth) });
export const languageForm = z.object({
  locale: choice(locales).catch('nl'),
  returnTo: z.string().max(2000, 'formInvalid').default('/'),
});
