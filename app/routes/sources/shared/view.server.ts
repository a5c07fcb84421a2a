import { redirect } from '@remix-run/node';
import { type z } from 'zod';
import { sourceByCode, type SourceInBooks, type SourceMoney } from '#db/reads/sources/source';
import { type CalendarDate } from '~/domain/calendar';
import { DomainError } from '~/domain/errors';
import { arrivalOf, validityOf } from '~/domain/ledger/source';
import { byInhabitants, type DivisionRule, parseShares, sharesText } from '~/domain/ledger/division';
import { add, zero } from '~/domain/money/cents';
import { euroInput } from '~/domain/money/format';
import { type Visit } from '~/http/visit.server';
import { type SourceToDivide } from '~/usecases/sources/divide-source.server';
import { sourceForm } from './forms.server';
import { paths } from '~/paths';

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
export function queryOf({ totalCents, footCents, shares, ...rest }: SourceToDivide): string {
  const typed = { ...rest, totalCents: euroInput(totalCents), footCents: euroInput(footCents) };
  const all = { ...typed, shares: shares.length > 0 ? sharesText(shares) : null };
  const answered = Object.entries(all).filter(([, value]) => value !== null && value !== 0);
  return new URLSearchParams(answered.map(([name, value]) => [name, String(value)])).toString();
}

/** The source that an address carries to a page about its key; whoever comes without one begins anew. */
export function carriedSource({ url }: Visit, by?: DivisionRule['by']): SourceToDivide {
  const typed = sourceForm.safeParse(Object.fromEntries(url.searchParams));
  const source = typed.success ? toDivide(typed.data) : null;
  if (!source || (by !== undefined && source.by !== by)) throw redirect(paths.sources.list, 303);
  return source;
}

/** What was typed of a source as it is divided. Throws 'required' where nobody says whose weights they are, and 'formInvalid'. */
export function toDivide(typed: z.output<typeof sourceForm>): SourceToDivide {
  return { ...typed, ...ruleOf(typed) };
}

function ruleOf({ areaId, by, ...typed }: z.output<typeof sourceForm>): DivisionRule {
  if (areaId !== null) return byInhabitants(zero);
  if (by === 'inhabitants') return byInhabitants(typed.footCents);
  if (by === 'weights' && typed.weightsFrom === '') {
    throw new DomainError('required', { field: 'weightsFrom' });
  }
  return {
    ...{ by, footCents: zero },
    shares: typed.shares === '' ? [] : parseShares(typed.shares),
    weightsFrom: by === 'weights' ? typed.weightsFrom : null,
  };
}

/** The page that asks what each wijk gets or weighs, where the key of a division needs that. */
export const stepOf: Partial<Record<DivisionRule['by'], string>> = {
  amounts: paths.sources.amounts,
  weights: paths.sources.weights,
};

/** What is wrong with an amount, at its field; more than was promised is about that amount, not about a wijk's budget. */
export function atAmount(error: unknown): never {
  if (!(error instanceof DomainError)) throw error;
  if (error.code === 'poolInsufficient') throw new DomainError('amountOutOfRange', { field: 'cents' });
  throw error.code === 'amountInvalid' ? new DomainError('amountInvalid', { field: 'cents' }) : error;
}
