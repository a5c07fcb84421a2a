import { assertSlug } from '../area/tree';
import { DomainError } from '../errors';

/** Words that stand in an address where a slug would. */
const reserved = ['nieuw'];

/** Can this be the last part of a council's address? Throws 'slugInvalid' at `slug`. */
export function assertCouncilSlug(slug: string): void {
  assertSlug(slug);
  if (reserved.includes(slug)) throw new DomainError('slugInvalid', { field: 'slug' });
}
