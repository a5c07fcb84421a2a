import { DomainError } from '../errors';

/** With a second factor 8 would do (NIST 800-63B-4 §3.1.1); we ask 12. */
export const minPasswordLength = 12;

/** What people who must make a password begin with, Dutch and English, and what stands in every list of leaked ones. */
const common = [
  ...[
    'wachtwoord',
    'welkom',
    'geheim',
    'hallo',
    'toegang',
    'inloggen',
    'gebruiker',
    'beheer',
    'admin',
    'test',
  ],
  ...[
    'password',
    'passw0rd',
    'welcome',
    'letmein',
    'secret',
    'login',
    'iloveyou',
    'monkey',
    'dragon',
    'sunshine',
  ],
  ...['lente', 'zomer', 'herfst', 'winter', 'summer', 'spring', 'autumn', 'januari', 'februari', 'december'],
  ...[
    'amsterdam',
    'rotterdam',
    'ajax',
    'feyenoord',
    'nederland',
    'voetbal',
    'football',
    'princess',
    'master',
  ],
  ...['wijkkas', 'buurtraad', 'stadsraad', 'gemeente', 'buurt', 'wijk'],
];
const rows = ['01234567890', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const enoughKinds = 5;

/**
 * Refuses a password that is too short, or that little is left of without common words, the person's own words, and rows
 * of the keyboard. Asks for no digits or signs, and takes any length above. Throws 'passwordTooShort' {min},
 * 'passwordTooCommon'. NIST 800-63B-4, ASVS 6.2.
 */
export function assertPassword(password: string, ownTerms: readonly string[]): void {
  const field = 'password';
  if ([...password].length < minPasswordLength) {
    throw new DomainError('passwordTooShort', { field, detail: { min: minPasswordLength } });
  }
  if (new Set(whatIsLeft(password, ownTerms)).size < enoughKinds) {
    throw new DomainError('passwordTooCommon', { field });
  }
}

function whatIsLeft(password: string, ownTerms: readonly string[]): string {
  const terms = [...common, ...ownTerms.map((word) => word.toLowerCase()).filter((word) => word.length >= 3)];
  terms.sort((a, b) => b.length - a.length);
  const without = terms.reduce((left, word) => left.replaceAll(word, ''), password.toLowerCase());
  return withoutRows(without);
}

/** Drops every run of three or more keys that lie in a row, either way. */
function withoutRows(text: string): string {
  const lines = [...rows, ...rows.map((row) => [...row].reverse().join(''))];
  const beside = (a: string, b: string) => lines.some((line) => line.includes(a + b));
  const signs = [...text];
  const joined = signs.map((sign, index) => index > 0 && beside(signs[index - 1] ?? '', sign));
  const inRun = (index: number) =>
    (joined[index] && joined[index + 1]) ||
    (joined[index] && joined[index - 1]) ||
    (joined[index + 1] && joined[index + 2]);
  return signs.filter((_, index) => !inRun(index)).join('');
}
