import { DomainError } from '~/domain/errors';

const longest = 500;

/** A reason that will stand in the books, where everybody reads it. Throws 'reasonsRequired' and 'tooLong'. */
export function publicReason(typed: string): string {
  const told = typed.trim();
  if (told === '') throw new DomainError('reasonsRequired', { field: 'reason' });
  if (told.length > longest) throw new DomainError('tooLong', { field: 'reason', detail: { max: longest } });
  return told;
}
