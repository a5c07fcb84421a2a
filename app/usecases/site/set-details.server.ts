import { assertMay } from '~/domain/access/policy';
import { detailsIn } from '~/domain/site/settings';
import { readIban } from '~/formats/iban';
import { type Context } from '../context.server';
import { once } from '../once.server';
import { appendSettings } from './parts/append-settings.server';

/** What somebody typed about the gemeente, and the version that they saw before them. */
export type TypedDetails = {
  seen: number;
  name: string;
  email: string;
  phone: string;
  address: string;
  reach: string;
  iban: string;
  bankName: string;
  english: boolean;
};

/**
 * Saves what the gemeente tells of itself. Who saves last holds, and every version stays: `others` says whether somebody saved
 * since this person looked. Throws 'required', 'tooLong' and 'ibanInvalid' at their field, and the refusals of
 * 'gemeente.manage'.
 */
export async function setDetails(context: Context, typed: TypedDetails): Promise<{ others: boolean }> {
  assertMay(context.actor, 'gemeente.manage');
  const iban = typed.iban.trim() === '' ? null : readIban(typed.iban);
  const details = detailsIn({ ...typed, iban });
  return once(context, 'gemeente.manage', { details: { ...details } }, async (tx) => {
    const before = await appendSettings(tx, context, 'gemeente.details', details);
    return { others: before.version > typed.seen };
  });
}
