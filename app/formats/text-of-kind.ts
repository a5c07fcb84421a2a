import { DomainError } from '~/domain/errors';
import { type BinaryKind, readFile, type TextKind } from './file';

/** What is no kind of file of its own: whoever reads it says better what is missing. */
const plain: ReadonlySet<TextKind | BinaryKind> = new Set(['text', 'empty']);

/**
 * The text of a file that should be of a kind. Throws what `readFile` throws, and 'fileOfOtherKind' with detail {found,
 * wanted}, both without the point in them, where it is clearly something else.
 */
export function textOfKind(bytes: Uint8Array, wanted: TextKind): string {
  const { kind, text } = readFile(bytes);
  if (text !== null && (kind === wanted || plain.has(kind))) return text;
  throw new DomainError('fileOfOtherKind', {
    field: 'file',
    detail: { found: kind.replace('.', ''), wanted: wanted.replace('.', '') },
  });
}
