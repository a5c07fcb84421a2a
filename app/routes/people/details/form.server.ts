import { z } from 'zod';
import { typedWithin, windows } from '~/domain/windows';
import { text, uuid } from '~/http/fields.server';

/** An answer out of a list by id; left empty it is missing, not unreadable. */
const chosen = () => z.string({ error: 'required' }).min(1, 'required').pipe(uuid());

/** One of the three fields of a birthday; `code` says what is expected in it. */
const figures = (shape: RegExp, code: 'dayInvalid' | 'monthInvalid' | 'yearInvalid') =>
  z
    .string({ error: code })
    .transform((typed) => typed.trim())
    .pipe(z.string({ error: code }).regex(shape, code));

export const personForm = z
  .object({
    ...{ name: text(80), areaId: chosen() },
    bornDay: figures(/^(0?[1-9]|[12]\d|3[01])$/, 'dayInvalid'),
    bornMonth: figures(/^(0?[1-9]|1[0-2])$/, 'monthInvalid'),
    bornYear: figures(/^\d{4}$/, 'yearInvalid'),
  })
  .transform(({ bornDay, bornMonth, bornYear, ...person }, context) => {
    try {
      return { ...person, bornOn: typedWithin(windows.birth, `${bornDay}-${bornMonth}-${bornYear}`) };
    } catch {
      context.addIssue({ code: 'custom', path: ['bornOn'], message: 'birthdayInvalid' });
      return z.NEVER;
    }
  });
