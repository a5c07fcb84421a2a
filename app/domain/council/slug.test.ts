import { describe, expect, it } from 'vitest';
import { DomainError } from '../errors';
import { assertCouncilSlug } from './slug';

describe('the last part of an address', () => {
  it.each(['parkwijk', 'wijk-2', 'a', 'x'.repeat(60)])('may be %s', (slug) => {
    expect(() => assertCouncilSlug(slug)).not.toThrow();
  });

  it.each(['', 'Parkwijk', 'park wijk', '-park', 'park-', 'a--b', 'nieuw', 'x'.repeat(61), 'é'])(
    'may not be "%s"',
    (slug) => {
      expect(() => assertCouncilSlug(slug)).toThrow(new DomainError('slugInvalid', { field: 'slug' }));
    },
  );
});
