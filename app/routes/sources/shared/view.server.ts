import { sourceByCode, type SourceInBooks, type SourceMoney } from '#db/reads/sources/source';
import { type CalendarDate } from '~/domain/calendar';
import { DomainError } from '~/domain/errors';
import { arrivalOf, validityOf } from '~/domain/ledger/source';
import { add } from '~/domain/money/cents';
import { euroInput } from '~/domain/money/format';
import { type Visit } from '~/http/visit.server';
import { type SourceToDivide } from '~/usecases/sources/divide-source.server';

/** The same money with what of it is used: reserved, granted or paid, in cents. */
export const withUsed = <Money extends SourceMoney>(money: Money) => ({
  ...money,
  used: add(money.reserved, money.spent),
});

/** A source with how it stands on a day. */
export function sourceView(source: SourceInBooks, today: CalendarDate) {
  return { ...withUsed(source), arrival: arrivalOf(source), validity: validityOf(source, today) };
}

/** The source in the address as it stands today. Throws 'notFound'. */
export async function askedSource({ params, context: { db, today } }: Visit) {
  const found = await sourceByCode(db, params.code ?? '');
  if (!found) throw new DomainError('notFound');
  return sourceView(found, today);
}

/** A source that is still to be booked, as it goes from page to page in the address. */
export function queryOf({ totalCents, footCents, ...rest }: SourceToDivide): URLSearchParams {
  const typed = { ...rest, totalCents: euroInput(totalCents), footCents: euroInput(footCents) };
  const answered = Object.entries(typed).filter(([, value]) => value !== null && value !== 0);
  return new URLSearchParams(answered.map(([name, value]) => [name, String(value)]));
}

/** What is wrong with an amount, at its field; more than was promised is about that amount, not about a wijk's budget. */
export function atAmount(error: unknown): never {
  if (!(error instanceof DomainError)) throw error;
  if (error.code === 'poolInsufficient') throw new DomainError('amountOutOfRange', { field: 'cents' });
  throw error.code === 'amountInvalid' ? new DomainError('amountInvalid', { field: 'cents' }) : error;
}
