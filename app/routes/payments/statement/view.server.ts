import { z } from 'zod';
import { statementById } from '#db/reads/payments/statement';
import { calendarDateIn } from '~/domain/calendar';
import { DomainError } from '~/domain/errors';
import { showIban } from '~/domain/money/iban';
import { pageIn } from '~/http/address.server';
import { type Visit } from '~/http/visit.server';

/** The statement in the address, as people read it. Throws 'notFound'. */
export async function askedStatement({ params: { id }, act: { db } }: Visit) {
  const asked = z.uuid().safeParse(id);
  const found = asked.success ? await statementById(db, asked.data) : undefined;
  if (!found) throw new DomainError('notFound');
  const { uploadedAt, iban, ...rest } = found;
  return { ...rest, iban: showIban(iban), uploadedOn: calendarDateIn(uploadedAt) };
}

/** Which page of which lines the address asks for. */
export const askedLines = (visit: Visit) => ({
  openOnly: visit.url.searchParams.get('open') === '1',
  page: pageIn(visit),
});

const aboutAmount = ['poolInsufficient', 'claimTooLow', 'notFound'];

/** What was chosen has not that much open by now: that is about the choice in the form. */
export function atMoney(error: unknown): never {
  const about = error instanceof DomainError && aboutAmount.includes(error.code);
  throw about ? new DomainError('choiceInvalid', { field: 'money' }) : error;
}
