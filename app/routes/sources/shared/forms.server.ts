import { z } from 'zod';
import { targetGroups, themes } from '~/domain/initiative/purpose';
import { kolommen } from '~/domain/ledger/kolom';
import { divisionKeys, longestFrom } from '~/domain/ledger/division';
import { rollovers } from '~/domain/ledger/year-end';
import { zero } from '~/domain/money/cents';
import { calendar, choice, euros, optionalText, text, wholeNumber } from '~/http/fields.server';

/** An answer that may stay empty is null. */
const orNull = <S extends z.ZodType>(schema: S) => schema.nullish().transform((value) => value ?? null);

export const source = z.object({
  name: text(80),
  kolom: choice(kolommen),
  funder: text(80),
  year: wholeNumber(2000, 2100),
  totalCents: euros(),
  by: choice(divisionKeys).default('inhabitants'),
  footCents: euros().default(zero),
  shares: optionalText(5000),
  weightsFrom: optionalText(longestFrom),
  theme: orNull(choice(themes)),
  targetGroup: orNull(choice(targetGroups)),
  areaId: orNull(z.uuid('choiceInvalid')),
  validFrom: orNull(calendar()),
  expiresOn: orNull(calendar()),
  rollover: choice(rollovers).default('lapses'),
  rolloverPct: wholeNumber(0, 100).default(0),
});

/** A percentage that was typed beside another rule means nothing. */
export function withOwnRule<Typed extends z.output<typeof source>>(typed: Typed): Typed {
  return typed.rollover === 'percentage' ? typed : { ...typed, rolloverPct: 0 };
}

/** A source with its yearly amount, how that is divided, and its terms. */
export const sourceForm = source.transform(withOwnRule);
