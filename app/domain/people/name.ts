/** The first word of a name: all of it that is ever public, unless its owner says more. Null while the name is unknown. */
export function firstName(name: string | null): string | null {
  return name?.trim().split(/\s+/)[0] || null;
}

export const shownNames = ['first', 'full'] as const;
/** What a member of a council lets everybody see of their name: the first word of it until they choose. */
export type ShownName = (typeof shownNames)[number];

/** A name as its owner wants it shown. Null while the name is unknown. */
export function nameShown(name: string | null, shown: ShownName): string | null {
  return shown === 'full' ? name?.trim() || null : firstName(name);
}

/** The first letters of the first and the last word of a name that is shown: one where it is one word. */
export function initialsOf(shown: string): string {
  const words = shown.trim().split(/\s+/);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return ends.map((word) => [...(word ?? '')][0]?.toUpperCase() ?? '').join('');
}
