import { isSlug, mostSlugLetters } from '../area/tree';
import { DomainError } from '../errors';

/** Words that stand in an address where a slug would. */
const reserved = ['nieuw'];

/** Can this be the last part of a council's address? Throws 'slugInvalid' at `slug`. */
export function assertSlug(slug: string): void {
  const fits = isSlug(slug) && slug.length <= mostSlugLetters && !reserved.includes(slug);
  if (!fits) throw new DomainError('slugInvalid', { field: 'slug' });
}
