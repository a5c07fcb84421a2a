import { DomainError } from './errors';

/** Spaces, controls, marks without a letter, and what is drawn as nothing: zero width, tags, fillers, the empty braille cell. */
const unseen = /^[\p{Z}\p{C}\p{M}\p{Default_Ignorable_Code_Point}\u2800]*$/u;

/** The most signs of Unicode in one letter. What people draw as one letter may have more, and then counts as more. */
export const signsPerLetter = 8;

/** What somebody wrote, without the space around it; '' when nobody sees anything of it. */
export function trimmed(typed: string): string {
  return unseen.test(typed) ? '' : typed.trim();
}

/** Whether a text has only letters and signs that people read: no control signs, no half letters, no mark of a lost one. */
export function isWhole(text: string): boolean {
  return !/[\p{Cc}\p{Cs}\uFFFD]/u.test(text);
}

/** As `trimmed`, of at most `max` letters; throws DomainError 'tooLong' at `field`. */
export function textWithin(max: number, typed: string, field: string): string {
  const text = trimmed(typed);
  if (lettersIn(text) > max) throw new DomainError('tooLong', { field, detail: { max } });
  return text;
}

/** How long a text is in letters as people count them (UAX #29): a family emoji, a flag and an e with its accent are one. */
export function lettersIn(text: string): number {
  if (/^[\n\x20-\x7e]*$/.test(text)) return text.length;
  return clustersOf(text).reduce((sum, cluster) => sum + Math.ceil(signsIn(cluster) / signsPerLetter), 0);
}

const signsIn = (text: string) => Array.from(text).length;

/** Units of UTF-16 that are cut at once: for a text of 80,000 Intl takes minutes, for its pieces milliseconds. */
const piece = 256;

function clustersOf(text: string): string[] {
  const segmenter = new Intl.Segmenter('nl', { granularity: 'grapheme' });
  const found: string[] = [];
  let from = 0;
  let size = piece;
  while (from < text.length) {
    const part = wholeSigns(text, from, from + size);
    const clusters = Array.from(segmenter.segment(part), ({ segment }) => segment);
    // The last may go on in what follows.
    const open = from + part.length < text.length ? clusters.pop()! : '';
    for (const cluster of clusters) found.push(cluster);
    from += part.length - open.length;
    size = clusters.length === 0 ? size * 2 : piece;
  }
  return found;
}

/** A part of a text that does not end halfway a pair of UTF-16. */
function wholeSigns(text: string, from: number, to: number): string {
  return text.slice(from, to < text.length && /[\ud800-\udbff]/.test(text.charAt(to - 1)) ? to - 1 : to);
}
