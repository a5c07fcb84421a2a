import { z } from 'zod';
import { settlementGrounds } from '~/domain/ledger/grant';
import { choice, euros, text, uuid } from './fields.server';

/** An amount of money that moves: not nothing. */
const amount = () => euros().refine((typed) => typed > 0n, 'amountInvalid');

/** Every act on money carries a key, so that sending it twice is one act. */
const key = uuid();

export const amountForm = z.object({ cents: amount(), key });

export const writeOffForm = amountForm.extend({ reason: text(500) });

/** What an accounting says; the explanation travels in an address, so it is kept short. */
export const accountingForm = z.object({
  costCents: euros(),
  otherIncomeCents: euros(),
  ground: choice(settlementGrounds)
    .optional()
    .transform((ground) => ground ?? null),
  explanation: text(1000),
});

/** The same, seen and agreed to. */
export const settleForm = accountingForm.extend({ key });

/** The account that was looked at and is right. */
export const confirmPayeeForm = z.object({ payeeId: uuid() });

export const payeeForm = z.object({ iban: text(60), name: text(70) });

export const reservationForm = z.object({ intent: choice(['reserve', 'release']), key });
