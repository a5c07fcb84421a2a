import { type SubmissionResult } from '@conform-to/react';
import { type SummaryError } from './error-summary';

/** The errors of a refused form, each linked to its field where it has one. */
export function errorsOf(result: SubmissionResult<string[]> | undefined): SummaryError[] {
  return Object.entries(result?.error ?? {}).flatMap(([name, messages]) =>
    (messages ?? []).map((message) => (name === '' ? { message } : { id: name, message })),
  );
}

/** The first error at a field, if it has one. */
export function errorAt(result: SubmissionResult<string[]> | undefined, name: string): string | undefined {
  return result?.error?.[name]?.[0];
}

/** What was typed in a field of a refused form. */
export function typedIn(result: SubmissionResult<string[]> | undefined, name: string): string | undefined {
  const value = result?.initialValue?.[name];
  return typeof value === 'string' ? value : undefined;
}
