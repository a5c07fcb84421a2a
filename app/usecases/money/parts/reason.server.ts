import { DomainError } from '~/domain/errors';
import { textWithin } from '~/domain/text';

const longest = 500;

/** A reason that will stand in the books, where everybody reads it. Throws 'reasonsRequired' and 'tooLong'. */
export function publicReason(typed: string): string {
  const reason = textWithin(longest, typed, 'reason');
  if (reason === '') throw new DomainError('reasonsRequired', { field: 'reason' });
  return reason;
}
