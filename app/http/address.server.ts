import { z } from 'zod';
import { DomainError } from '~/domain/errors';
import { askedPage } from '~/domain/paging';
import { type Visit } from './visit.server';

/** The number in the address; throws 'notFound' for anything else. */
export function numberIn({ params }: Pick<Visit, 'params'>): number {
  const { number = '' } = params;
  if (!/^[1-9]\d{0,8}$/.test(number)) throw new DomainError('notFound');
  return Number(number);
}

/** An id from an address. Throws 'notFound' for what cannot be one, before the database sees it. */
export function idIn(param: string | undefined): string {
  const parsed = z.uuid().safeParse(param);
  if (!parsed.success) throw new DomainError('notFound');
  return parsed.data;
}

/** The page that the address asks for, of the one list of a page or of the list with this name in the address. */
export const pageIn = ({ url }: Pick<Visit, 'url'>, name = 'pagina'): number =>
  askedPage(url.searchParams.get(name));
