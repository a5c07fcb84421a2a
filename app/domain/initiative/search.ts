/** Longest search anyone needs; the rest is cut off. */
export const longestSearch = 100;

const mostWords = 8;
/** Endings of a Dutch diminutive: bank-jes, boom-pje, tuin-tje, ball-etje. */
const diminutive = /^(?<stem>\p{L}{3,}?)(?:e?t|p)?jes?$/u;
const short = /jes?$/u;

/**
 * A query in PostgreSQL's tsquery language that finds a typed word, whatever begins with it, and what a diminutive is
 * made of: the Dutch stemmer does not know that 'bankjes' are a 'bank'. Only letters and digits of the typed text come
 * through, so that any text gives a valid query. Null when there is nothing to add: no words, or text in
 * which quotes, a minus or 'or' already say exactly what is meant.
 */
export function wordQuery(typed: string): string | null {
  if (/["-]|\bor\b/iu.test(typed)) return null;
  const words = typed.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0) return null;
  return words.slice(0, mostWords).map(alternatives).join(' & ');
}

function alternatives(word: string): string {
  const stem = diminutive.exec(word)?.groups?.stem;
  const bare = short.test(word) ? word.replace(short, '') : '';
  const bases = [stem, bare].filter((base) => base !== undefined && base.length >= 3);
  return `(${[`${word}:*`, ...new Set(bases)].join(' | ')})`;
}
