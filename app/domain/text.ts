/** Spaces, controls, marks without a letter, and what is drawn as nothing: zero width, tags, fillers, the empty braille cell. */
const unseen = /^[\p{Z}\p{C}\p{M}\p{Default_Ignorable_Code_Point}\u2800]*$/u;

/** Whether nobody sees anything of a text. */
export function isBlank(text: string): boolean {
  return unseen.test(text);
}

/** How long a text is, in signs of Unicode, as the database counts them: an emoji of one sign is one. */
export function signsIn(text: string): number {
  return Array.from(text).length;
}
