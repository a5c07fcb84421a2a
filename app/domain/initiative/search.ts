/** Longest search anyone needs; the rest is cut off. */
export const longestSearch = 100;

const mostTerms = 8;
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
  const terms = termsIn(typed);
  return terms.length === 0 ? null : terms.slice(0, mostTerms).map(alternatives).join(' & ');
}

/** The words of a typed text in small letters; none where its signs already say exactly what is meant. */
function termsIn(typed: string): string[] {
  if (/["-]|\bor\b/iu.test(typed)) return [];
  return typed.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** From so many letters on a word is looked for within others, and with a fault of typing: less says too little. */
const leastPart = 3;

/**
 * The words of a typed text that may stand within another word ('tuin' in 'Schooltuin'), in small letters; all of them must.
 * None where `wordQuery` adds nothing either, or where a word is too short to look for so.
 */
export function wordParts(typed: string): string[] {
  const terms = termsIn(typed);
  return terms.every((word) => word.length >= leastPart) ? terms.slice(0, mostTerms) : [];
}

/** Shorter words are other words with one letter changed; longer ones nobody looks for. */
const mendable = { from: 5, to: 20 };

/**
 * What a word may have been when one letter of it was typed wrong, left out, typed too much, or two stand the other way
 * round; '_' is any letter. Empty where the word is too short or too long to tell.
 */
export function oneFaultAway(word: string): string[] {
  const letters = [...word];
  if (letters.length < mendable.from || letters.length > mendable.to) return [];
  const patterns = letters.flatMap((letter, at) => {
    const [before, after] = [letters.slice(0, at).join(''), letters.slice(at + 1)];
    const [next = '', ...rest] = after;
    const wrong = `${before}_${after.join('')}`;
    const missing = `${before}_${letter}${after.join('')}`;
    const extra = before + after.join('');
    const swapped = before + next + letter + rest.join('');
    return [wrong, missing, extra, swapped];
  });
  return [...new Set(patterns)].filter((pattern) => pattern !== word);
}

function alternatives(word: string): string {
  const stem = diminutive.exec(word)?.groups?.stem;
  const bare = short.test(word) ? word.replace(short, '') : '';
  const bases = [stem, bare].filter((base) => base !== undefined && base.length >= 3);
  return `(${[`${word}:*`, ...new Set(bases)].join(' | ')})`;
}
