import { askedPage } from '~/domain/paging';
import { type Visit } from './visit.server';

/** The page that the address asks for, of the one list of a page or of the list with this name in the address. */
export const pageIn = ({ url }: Pick<Visit, 'url'>, name = 'pagina'): number =>
  askedPage(url.searchParams.get(name));
