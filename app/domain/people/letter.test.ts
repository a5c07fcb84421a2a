import { describe, expect, test } from 'vitest';
import { isStoppable, type LetterKind, letterKinds } from './letter';

const kinds = Object.keys(letterKinds) as LetterKind[];

describe('who stopped all mail', () => {
  test.each(['signIn', 'receipt', 'decision', 'payee', 'residence'] as const)(
    'still gets a letter of kind %s',
    (kind) => {
      expect(isStoppable(kind)).toBe(false);
    },
  );

  test.each(['support', 'invitation', 'conflict'] as const)('gets no letter of kind %s', (kind) => {
    expect(isStoppable(kind)).toBe(true);
  });

  test('misses no more kinds than these: a new one must be thought about here', () => {
    expect(kinds.filter(isStoppable)).toEqual(['support', 'invitation', 'conflict']);
    expect(kinds).toHaveLength(8);
  });
});
