import { z } from 'zod';
import { email } from '~/http/fields.server';

/** A code as people type or paste it: spaces and dashes do not count. */
export const digits = (length: number) =>
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
export const password = () => z.string({ error: 'required' }).min(1, 'required').max(1000, 'passwordWrong');
export const addressForm = z.object({ email: email() });
