import { describe, expect, it } from 'vitest';
import { DomainError } from '../errors';
import { assertSlug } from './slug';

describe('the last part of an address', () => {
  it.each(['parkwijk', 'wijk-2', 'a', 'x'.repeat(60)])('may be %s', (slug) => {
    expect(() => assertSlug(slug)).not.toThrow();
  });

  it.each(['', 'Parkwijk', 'park wijk', '-park', 'park-', 'a--b', 'nieuw', 'x'.repeat(61), 'é'])(
    'may not be "%s"',
    (slug) => {
      expect(() => assertSlug(slug)).toThrow(new DomainError('slugInvalid', { field: 'slug' }));
    },
  );
});
