/** The highest house number that a postcode can have. */
export const lastNumber = 99_999;

/**
 * The house numbers `fromNumber` up to and including `toNumber` of a postcode (1234AB) lie in this buurt of CBS; `addresses`
 * is how many of them there are. A postcode that lies whole in one buurt is one part with every number there can be.
 */
export type PostcodePart = {
  postcode: string;
  fromNumber: number;
  toNumber: number;
  code: string;
  addresses: number;
};

/** A postcode as people type it, or its four digits: '1234 ab' is 1234AB; null for a text that is none. */
export function postcodeTyped(typed: string): string | null {
  const postcode = typed.replace(/\s/g, '').toUpperCase();
  return /^[1-9]\d{3}([A-Z]{2})?$/.test(postcode) ? postcode : null;
}

/** The number of a house as people type it: '12', '12a' and '12-3' are 12; null for a text without one. */
export function houseNumberTyped(typed: string): number | null {
  const [, digits] = /^\s*(\d{1,5})(?!\d)/.exec(typed) ?? [];
  return digits === undefined || Number(digits) === 0 ? null : Number(digits);
}

/**
 * The number of the house in a line with its street: 'Dorpsstraat 12a' is 12; null for a line without one, and where it could be
 * one of two ('Plein 1945 12').
 */
export function houseNumberIn(line: string): number | null {
  const [, ...words] = line.trim().split(/\s+/);
  const [only, ...others] = words.filter((word) => /^\d/.test(word));
  return only === undefined || others.length > 0 ? null : houseNumberTyped(only);
}

/**
 * What is kept of the addresses of a postcode, each a house number with its buurt: where one buurt ends and the next begins. No
 * single number is kept that does not tell two buurten apart.
 */
export function partsOf(postcode: string, buurten: ReadonlyMap<number, string>): PostcodePart[] {
  const parts: PostcodePart[] = [];
  for (const [number, code] of [...buurten].sort(([a], [b]) => a - b)) {
    const open = parts.at(-1);
    if (open?.code === code) {
      open.toNumber = number;
      open.addresses += 1;
    } else {
      parts.push({ postcode, fromNumber: number, toNumber: number, code, addresses: 1 });
    }
  }
  const [only] = parts;
  return only && parts.length === 1 ? [{ ...only, fromNumber: 1, toNumber: lastNumber }] : parts;
}

/** What can be wrong with a file of addresses; `postcode.problem.<code>` says it in words. */
export const postcodeProblems = [
  'columnsMissing',
  'yearMissing',
  'yearOther',
  'fieldCount',
  'postcodeInvalid',
  'numberInvalid',
  'codeInvalid',
  'codesCrossed',
  'wijkUnknown',
  'twice',
  'lineTooLong',
  'empty',
  'otherGemeente',
  'noGemeente',
  'noFile',
  'zipBroken',
  'zipEmpty',
  'zipLocked',
] as const;

/** One of them: on which line (null for the file as a whole), and what stood there. */
export type PostcodeProblem = {
  line: number | null;
  problem: (typeof postcodeProblems)[number];
  value: string;
};

/** How many problems of a file are told one by one. */
export const mostProblems = 20;

/** A file of addresses that is not read, with its first problems and how many more there are. */
export class PostcodesRefused extends Error {
  override name = 'PostcodesRefused';

  constructor(
    readonly problems: readonly PostcodeProblem[],
    readonly more = 0,
  ) {
    super('postcodes refused');
  }
}
