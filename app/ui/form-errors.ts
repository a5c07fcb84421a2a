import { type SubmissionResult } from '@conform-to/react';
import { type SummaryError } from './error-summary';

/** What an action answered when it refused; undefined while nothing is refused. */
export type Result = SubmissionResult<string[]> | undefined;

/** All messages of a refused form, each with its field's id and label; those of the whole form first. */
export function errorsIn(
  result: Pick<SubmissionResult<string[]>, 'error'> | undefined,
  labelOf: (name: string) => string | undefined = () => undefined,
): SummaryError[] {
  const entries = Object.entries(result?.error ?? {});
  const errors = entries.flatMap(([name, messages]) =>
    (messages ?? []).map((message) =>
      name === '' ? { message } : { id: name, label: labelOf(name), message },
    ),
  );
  return errors.sort((a, b) => Number('id' in a) - Number('id' in b));
}

/** The message at one field. */
export function errorAt(result: Result, name: string): string | undefined {
  return result?.error?.[name]?.[0];
}

/** What was typed in a field of a refused form. */
export function typedAt(result: Result, name: string): string | undefined {
  const value = result?.initialValue?.[name];
  return typeof value === 'string' ? value : undefined;
}

/** What was chosen of a list in a refused form; undefined when none was refused. */
export function typedList(result: Result, name: string): string[] | undefined {
  if (!result) return undefined;
  const value = result.initialValue?.[name];
  const list = Array.isArray(value) ? value : [value];
  return list.filter((each) => typeof each === 'string');
}
