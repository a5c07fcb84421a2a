import { z } from 'zod';
import { targetGroups, themes } from '~/domain/initiative/purpose';
import { cents, zero } from '~/domain/money/cents';
import { calendar, choice, email, euros, optionalText, text, wholeNumber } from '~/http/fields.server';

const most = { lines: 20, coApplicants: 5, quantity: 100_000, participants: 100_000 };
/** Highest price of one thing in a begroting: a million euros, in cents; also a rule of the database. */
const highestPrice = cents(100_000_000n);

const price = euros().refine((typed) => typed <= highestPrice, 'amountOutOfRange');

const filled = (issue: z.core.$RefinementCtx, field: string, value: unknown) => {
  if (value === undefined || value === '') {
    issue.addIssue({ code: 'custom', path: [field], message: 'required' });
  }
};

/** A row of the begroting; one that is left wholly empty counts as not there. */
const line = z
  .object({
    description: optionalText(120),
    quantity: wholeNumber(1, most.quantity).optional(),
    unitCents: price.optional(),
  })
  .superRefine((row, issue) => {
    if (isBlank(row)) return;
    filled(issue, 'description', row.description);
    filled(issue, 'quantity', row.quantity);
    filled(issue, 'unitCents', row.unitCents === 0n ? undefined : row.unitCents);
  })
  .transform((row) =>
    isBlank(row)
      ? []
      : [{ description: row.description, quantity: row.quantity ?? 1, unitCents: row.unitCents ?? zero }],
  );

function isBlank(row: { description: string; quantity?: number; unitCents?: bigint }): boolean {
  return row.description === '' && row.unitCents === undefined;
}

/** One schema a step of the form. A concept may have gaps; what is filled in must be readable. */
export const stepForms = {
  idee: z.object({
    title: text(100),
    summary: optionalText(300),
    theme: choice(themes)
      .nullish()
      .transform((theme) => theme ?? null),
  }),
  verhaal: z.object({
    story: optionalText(5000),
    targetGroup: choice(['everyone', ...targetGroups])
      .nullish()
      .transform((group) => (!group || group === 'everyone' ? null : group)),
    place: optionalText(200),
    participants: wholeNumber(1, most.participants)
      .nullish()
      .transform((number) => number ?? null),
  }),
  wanneer: z.object({
    startsOn: calendar()
      .nullish()
      .transform((date) => date ?? null),
  }),
  begroting: z
    .object({
      lines: z
        .array(line)
        .max(most.lines, `tooMany|{"max":${most.lines}}`)
        .default([])
        .transform((rows) => rows.flat()),
      ownCents: euros().default(zero),
    })
    .transform(({ lines, ownCents }) => ({ lines, ownContributionCents: ownCents })),
  samen: z.object({
    coApplicants: z
      .array(email().optional())
      .max(most.coApplicants, `tooMany|{"max":${most.coApplicants}}`)
      .default([])
      .transform((all) => [...new Set(all.filter((address) => address !== undefined))]),
  }),
  controleren: z.object({}),
} as const;
