import { DomainError } from '~/domain/errors';
import { readFile } from '../file';

/**
 * The text of a file that should be a bank statement in CAMT.053. What is something else, as people get from their bank too,
 * is refused with what to ask the bank for. Throws 'otherFormat' with detail {kind}, a kind of file, and 'fileUnreadable'.
 */
export function statementText(bytes: Uint8Array): string {
  const { kind, text } = readFile(bytes);
  // Other XML may be broken CAMT.053: its reader says at which line.
  if (text !== null && (kind === 'camt.053' || kind === 'xml')) return text;
  throw new DomainError('otherFormat', { field: 'file', detail: { kind } });
}
