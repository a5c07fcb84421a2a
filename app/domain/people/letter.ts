/**
 * Every kind of letter, and whether it still comes after its receiver stopped all mail from Wijkkas. What always comes was
 * asked for at that moment (a code, a new password), or is about one's own request and owed by law or for its safety.
 */
export const letterKinds = {
  signIn: 'always',
  /** That a request came in: art. 4:3a Awb. */
  receipt: 'always',
  /** What was decided on a request: art. 3:41 Awb. */
  decision: 'always',
  /** That money will go to another account: its owner must be able to stop it. */
  payee: 'always',
  /** That it proved false where somebody lives: it takes away what they said as a neighbour. */
  residence: 'always',
  /** That enough neighbours are for it: the page of the initiative says so too. */
  support: 'stoppable',
  invitation: 'stoppable',
  conflict: 'stoppable',
} as const satisfies Record<string, 'always' | 'stoppable'>;

export type LetterKind = keyof typeof letterKinds;

/**
 * A letter by mail: paragraphs with an empty line between; the first one is the summary that gets the box on top.
 * `path` is where on the site it goes on. Dutch unless `lang` says otherwise. What people wrote stands in `body` alone,
 * and only `quoted`: never in `subject`.
 */
export type Letter = {
  kind: LetterKind;
  subject: string;
  body: string;
  path?: string;
  lang?: 'nl' | 'en';
};

/** A letter on paper: who it is to, what it says, and a code that one types or scans. */
export type PaperLetter = {
  /** The lines in the window of the envelope. */
  address: readonly string[];
  /** Who sends it, above the address. */
  sender: string;
  /** The same on top of the page: the name, where there is no logo, and beside it where they can be reached. */
  head: { name: string; reach: readonly string[] };
  day: string;
  subject: string;
  paragraphs: readonly string[];
  /** What stands large in a frame, and what it is called. */
  code: { label: string; text: string };
  /** The same to scan: one path on a square of `size` modules, and what it is for who does not see it. */
  scan: { size: number; path: string; label: string };
  foot: readonly string[];
};

/** Does a letter of this kind stay away from who stopped all mail? */
export function isStoppable(kind: LetterKind): boolean {
  return letterKinds[kind] === 'stoppable';
}
