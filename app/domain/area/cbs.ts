/** The largest file with the wijken of one gemeente that is taken; those of the CBS weigh less than a tenth. */
export const maxWijkenBytes = 4 * 1024 * 1024;

/** The levels at which CBS publishes areas. */
export type CbsLevel = 'gemeente' | 'wijk' | 'buurt';

const patterns: Record<CbsLevel, RegExp> = {
  gemeente: /^GM\d{4}$/,
  wijk: /^WK\d{4}[\dA-Z]{2}$/,
  buurt: /^BU\d{4}[\dA-Z]{4}$/,
};

/** The level of a CBS code, or null for a text that is no code. Wijk and buurt may hold letters: WK0363AA. */
export function cbsLevel(code: string): CbsLevel | null {
  const levels = Object.keys(patterns) as CbsLevel[];
  return levels.find((level) => patterns[level].test(code)) ?? null;
}

/** The code of the gemeente that a wijk or buurt lies in: GM0307 for WK030703. */
export function gemeenteOfCode(code: string): string {
  return `GM${code.slice(2, 6)}`;
}

/** Inhabitants as CBS publishes them: a negative number stands for "secret" or "unknown". */
export function inhabitantsFromCbs(published: number | null): number | null {
  return published === null || published < 0 ? null : published;
}
