import { addDays, type CalendarDate } from '../calendar';
import { DomainError } from '../errors';

/**
 * How it is known where somebody lives, the weakest first: they say so themselves, they typed the code of a letter to that
 * address, somebody of the wijk or the gemeente saw it, they are on the gemeente's own list, or a sign-in service said it.
 */
export const residenceMethods = ['self', 'letter', 'inPerson', 'list', 'oidc'] as const;
export type ResidenceMethod = (typeof residenceMethods)[number];

/** Every way but one's own word: what leaves a fact behind. */
export const provenMethods = ['letter', 'inPerson', 'list', 'oidc'] as const satisfies ResidenceMethod[];
export type ProvenMethod = (typeof provenMethods)[number];

/** Passes a way that an act takes. Throws 'residenceNeeded'. domain.md §8. */
export function assertResidence(known: ResidenceMethod, accepted: readonly ResidenceMethod[]): void {
  if (!accepted.includes(known)) throw new DomainError('residenceNeeded');
}

/** A letter with a code works for so many days, the day on which it was asked for among them. */
export const letterDays = 28;

/** So many wrong codes end a letter. */
export const letterTries = 5;

/** So many letters one person gets in thirty days. */
export const mostLetters = 3;

/** So many letters are printed together at most. */
export const mostInBatch = 500;

/** Somebody waits too long for a letter that was asked for so many days ago and not printed. */
export const lateAfterDays = 3;

/** Letters that were asked for before this moment and not printed are late. */
export const lateBefore = (now: Date): Date => new Date(now.getTime() - lateAfterDays * 86_400_000);

/** The last day on which the code of a letter works. */
export const lastDayOf = (askedOn: CalendarDate): CalendarDate => addDays(askedOn, letterDays - 1);

/** Signs that nobody takes for one another, on paper or read aloud. */
const codeSigns = 'ACDEFHJKMNPRTVWXY34679';
const codeLength = 10;

/** A code to type, ten signs in two groups, from bytes that only this site can make. Each sign takes two of them. */
export function codeFrom(bytes: Uint8Array): string {
  const signs = Array.from({ length: codeLength }, (_, index) => {
    const number = (bytes[index * 2] ?? 0) * 256 + (bytes[index * 2 + 1] ?? 0);
    return codeSigns.charAt(number % codeSigns.length);
  });
  return `${signs.slice(0, 5).join('')}-${signs.slice(5).join('')}`;
}

/** A code as people type it: small letters, spaces and a missing dash are understood; null for what is none. */
export function codeTyped(typed: string): string | null {
  const bare = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return bare.length === codeLength ? `${bare.slice(0, 5)}-${bare.slice(5)}` : null;
}

/** How large a list of residents may be: some 280,000 digests. */
export const maxListBytes = 20 * 1024 * 1024;

/** A place to live: postcode (1234AB), number of the house, and what stands behind it ('a', '2'). */
export type HomeAddress = { postcode: string; number: number; addition: string };

const inSigns = (addition: string) => addition.toUpperCase().replace(/[^A-Z0-9]/g, '');

/** The same text for the same person at the same address, however it was typed: what a letter may prove once. */
export const letterIdentity = ({ postcode, number, addition }: HomeAddress, bornOn: CalendarDate): string =>
  [postcode, number, inSigns(addition), bornOn].join('|');

/** What a sign-in service tells: which one it is, who signed in there, and where they live; null where it does not say. */
export type ToldBySignIn = {
  issuer: string;
  subject: string;
  address: { postcode: string; street: string } | null;
};

/** The same text for the same person at the same sign-in service. */
export const subjectIdentity = ({ issuer, subject }: Omit<ToldBySignIn, 'address'>): string =>
  [issuer, subject].join('|');

/** The same text as the list of a gemeente has: postcode, number of the house, year of birth. */
export const listIdentity = (
  { postcode, number }: Omit<HomeAddress, 'addition'>,
  yearOfBirth: number,
): string => [postcode, number, yearOfBirth].join('|');
