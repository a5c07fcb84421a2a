import { z } from 'zod';
import { themes } from '~/domain/initiative/purpose';
import { calendar, choice, euros } from '~/http/fields.server';

/** An answer that may stay empty is null. */
const orNull = <S extends z.ZodType>(schema: S) => schema.nullish().transform((value) => value ?? null);

export const mandateForm = z
  .object({
    maxPerDecisionCents: euros(),
    maxPerApplicantPerYearCents: euros(),
    maxPerPeriodCents: orNull(euros()),
    theme: orNull(choice(themes)),
    from: calendar(),
    lastDay: orNull(calendar()),
  })
  .transform(({ theme, ...mandate }) => ({ ...mandate, themes: theme === null ? [] : [theme] }));
