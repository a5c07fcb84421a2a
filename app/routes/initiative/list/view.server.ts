import {
  type InitiativeSearch,
  type Sort,
  sorts,
  type StateGroup,
  stateGroups,
} from '#db/reads/initiative/search';
import { z } from 'zod';
import { themes } from '~/domain/initiative/purpose';
import { DomainError } from '~/domain/errors';
import { longestSearch } from '~/domain/initiative/search';
import { type Cents, parseEuros } from '~/domain/money/cents';
import { askedPage } from '~/domain/paging';

const groups = Object.keys(stateGroups) as StateGroup[];

/** Reads the address of the list. Whatever makes no sense there counts as not asked: an odd link still gives a page. */
export function readSearch(params: URLSearchParams): InitiativeSearch {
  const text = clean(params.get('zoek')).slice(0, longestSearch);
  const area = clean(params.get('wijk'));
  return {
    text,
    area: /^[a-z0-9-]{1,80}$/.test(area) ? area : undefined,
    versionId: z.uuid().safeParse(params.get('regels')).data,
    theme: oneOf(themes, params.get('thema')),
    states: oneOf(groups, params.get('stand')),
    fromCents: amount(params.get('van')),
    toCents: amount(params.get('tot')),
    sort: oneOf<Sort>(sorts, params.get('volgorde')) ?? (text === '' ? 'newest' : 'best'),
    page: askedPage(params.get('pagina')),
  };
}

/** What is typed, without the characters that PostgreSQL or a page cannot hold. */
const clean = (value: string | null) => (value ?? '').replace(/[\u0000-\u001f\ufffd]+/g, ' ').trim();

function oneOf<T extends string>(allowed: readonly T[], value: string | null): T | undefined {
  return allowed.find((each) => each === value);
}

/** An amount that was typed and cannot be read, as it was typed; else empty. */
export function oddAmount(value: string | null): string {
  return clean(value) !== '' && amount(value) === undefined ? clean(value).slice(0, longestSearch) : '';
}

function amount(value: string | null): Cents | undefined {
  if (!value) return undefined;
  try {
    return parseEuros(value);
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}

/** What one can choose from, besides the wijken. */
export const searchOptions = { themes, states: groups, sorts };
