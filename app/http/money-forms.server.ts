import { z } from 'zod';
import { kolommen } from '~/domain/ledger/kolom';
import { choice, euros, text, uuid, wholeNumber } from './fields.server';

/** A source with its yearly amount and the fixed foot per wijk. */
export const sourceForm = z.object({
  name: text(80),
  kolom: choice(kolommen),
  funder: text(80),
  year: wholeNumber(2000, 2100),
  totalCents: euros(),
  footCents: euros(),
});

/** The same, seen and agreed to; the key makes sending it twice one act. */
export const bookSourceForm = sourceForm.extend({ key: uuid() });
