import { z } from 'zod';
import { type CalendarDate } from '~/domain/calendar';
import { DomainError, type RefusalCode, type RefusalDetail } from '~/domain/errors';
import { lettersIn, trimmed } from '~/domain/text';
import { parseEuros, type Cents } from '~/domain/money/cents';
import { type Colour, colourIn } from '~/domain/site/colour';
import { typedWithin, type Window, windows } from '~/domain/windows';

/** Building blocks for form schemas. Messages are refusal codes; form.server turns them into sentences. */
export const withDetail = (code: RefusalCode, detail: RefusalDetail) =>
  `${code}|${JSON.stringify(detail, (_name, value: unknown) => (typeof value === 'bigint' ? { cents: String(value) } : value))}`;

const line = (value: string) => trimmed(value.replaceAll('\r\n', '\n'));

/** The form of a button: it says all by being sent. */
export const noFields = z.object({});

export const text = (max: number) =>
  z
    .string({ error: 'required' })
    .transform(line)
    .pipe(
      z
        .string({ error: 'required' })
        .refine((value) => value !== '', 'required')
        .refine((value) => lettersIn(value) <= max, withDetail('tooLong', { max })),
    );

export const optionalText = (max: number) =>
  z
    .string()
    .transform(line)
    .refine((value) => lettersIn(value) <= max, withDetail('tooLong', { max }))
    .default('');

export const choice = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, { error: 'choiceInvalid' });

export const euros = () => z.string({ error: 'required' }).transform(by(parseEuros));

export const calendar = (window: Window = windows.other) =>
  z.string({ error: 'required' }).transform(by<CalendarDate>((typed) => typedWithin(window, typed)));

/** A colour, or null for none of their own. */
export const optionalColour = () =>
  z
    .string()
    .default('')
    .transform(by<Colour | null>((typed) => (trimmed(typed) === '' ? null : colourIn(typed, 'colour'))));

export const wholeNumber = (min: number, max: number) =>
  z
    .string({ error: 'required' })
    .regex(/^\d{1,9}$/, 'numberInvalid')
    .transform(Number)
    .pipe(z.number().min(min, 'numberInvalid').max(max, 'numberInvalid'));

export const email = () =>
  z.string({ error: 'required' }).trim().toLowerCase().pipe(z.email('emailInvalid').max(254, 'emailInvalid'));

/** In small letters, so that one id is one text. */
export const uuid = () => z.uuid('formInvalid').toLowerCase();

/** Runs a domain reader inside a schema, its refusal becoming the field's message. */
function by<T extends Cents | CalendarDate | Colour | null>(read: (typed: string) => T) {
  return (typed: string, context: z.core.$RefinementCtx<string>): T => {
    try {
      return read(typed);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      context.addIssue({ code: 'custom', message: withDetail(error.code, error.detail) });
      return z.NEVER;
    }
  };
}

/** To whose account a grant goes: asked of applicants and of the desk alike. */
export const payeeForm = z.object({ iban: text(60), name: text(70) });
