import { describe, expect, test } from 'vitest';
import { DomainError } from './errors';

describe('an expected refusal', () => {
  test('is of no field, without detail, and nothing else is wrong unless it says so', () => {
    const { field, detail, also } = new DomainError('notFound');
    expect({ field, detail, also }).toEqual({ field: undefined, detail: {}, also: [] });
  });

  test('keeps its field, its detail and what else is wrong at the same field', () => {
    const second = new DomainError('fileInvalid', { field: 'file', detail: { line: 9 } });
    const told = { field: 'file', detail: { line: 4 }, also: [second] };
    const { field, detail, also } = new DomainError('fileInvalid', told);
    expect({ field, detail, also }).toEqual(told);
    expect(also[0]).toBe(second);
  });

  test.each([
    ['signInFirst', 'forbidden'],
    ['notYourObject', 'missing'],
    ['tooOften', 'limited'],
    ['wrongState', 'refused'],
    ['amountInvalid', 'invalid'],
  ] as const)('goes by its code, which says of what kind it is: %s is %s', (code, kind) => {
    const error = new DomainError(code);
    expect([error.message, error.code, error.kind]).toEqual([code, code, kind]);
    expect(error).toBeInstanceOf(Error);
  });
});
