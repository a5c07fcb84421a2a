import { z } from 'zod';
import { settlementGrounds } from '~/domain/ledger/grant';
import { choice, euros, text, uuid } from '~/http/fields.server';

/** An amount of money that moves: not nothing. */
const amount = () => euros().refine((typed) => typed > 0n, 'amountInvalid');

/** Every act on money carries a key, so that sending it twice is one act. */
export const key = uuid();

export const amountForm = z.object({ cents: amount(), key });

/** What an accounting says; the explanation travels in an address, so it is kept short. */
export const accountingForm = z.object({
  costCents: euros(),
  otherIncomeCents: euros(),
  ground: choice(settlementGrounds)
    .optional()
    .transform((ground) => ground ?? null),
  explanation: text(1000),
});
