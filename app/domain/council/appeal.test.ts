import { describe, expect, test } from 'vitest';
import { mayObject } from './appeal';

describe('how one disagrees with a decision (domain.md §2.5)', () => {
  test.each([
    ['college', true],
    ['bestuurscommissie', true],
    ['stichting', false],
  ] as const)('%s: objection under the Awb %s', (regime, expected) => {
    expect(mayObject(regime)).toBe(expected);
  });
});
