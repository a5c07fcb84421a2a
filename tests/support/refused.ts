import { expect } from 'vitest';

/** The refusal with this code, at this field where one is named. */
export const refused = (code: string, field?: string): unknown =>
  expect.objectContaining({ name: 'DomainError', code, ...(field && { field }) });
