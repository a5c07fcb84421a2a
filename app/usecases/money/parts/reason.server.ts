import { DomainError } from '~/domain/errors';
import { textWithin } from '~/domain/text';

const longest = 500;

/** A reason that will stand in the books, where everybody reads it. Throws 'reasonsRequired' and 'tooLong'. */
export function publicReason(typed: string): string {
  const told = textWithin(longest, typed, 'reason');
  if (told === '') throw new DomainError('reasonsRequired', { field: 'reason' });
  return told;
}
