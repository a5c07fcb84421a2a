import { expect } from 'vitest';
import { type DomainError } from '~/domain/errors';

/** The refusal with this code, at this field where one is named. */
export const refused = (code: DomainError['code'], field?: string): unknown =>
  expect.objectContaining({ name: 'DomainError', code, ...(field && { field }) });
