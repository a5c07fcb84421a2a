import { z } from 'zod';
import { longest } from '~/domain/site/settings';
import { choice, email, optionalText, text, wholeNumber } from '~/http/fields.server';

/** What a gemeente tells of itself; `seen` is the version that stood in the form. */
export const gemeenteForm = z.object({
  seen: wholeNumber(0, 999_999_999),
  name: text(longest.name),
  email: email(),
  phone: optionalText(longest.phone),
  address: optionalText(longest.address),
  reach: optionalText(longest.reach),
  iban: optionalText(60),
  bankName: optionalText(longest.bankName),
  english: choice(['yes', 'no']).transform((answer) => answer === 'yes'),
});
