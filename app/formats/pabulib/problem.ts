/** The closed list of what can be wrong with a .pb file. The text a person reads stands in i18n. */
export const pabulibProblems = [
  'quoteOpen',
  'quoteMisplaced',
  'sectionMissing',
  'sectionMisplaced',
  'columnMissing',
  'columnRepeated',
  'rowTooShort',
  'rowTooLong',
  'keyRepeated',
  'keyMissing',
  'voteTypeUnknown',
  'numberInvalid',
  'numberNegative',
  'pointsTooLarge',
  'pointsCount',
  'idMissing',
  'idWithComma',
  'projectRepeated',
  'projectUnknown',
  'voterRepeated',
] as const;

export type PabulibProblem = (typeof pabulibProblems)[number];

/** A place in a file, both from 1; columns count characters of the line. */
export type Place = Readonly<{ line: number; column: number }>;

/** A .pb file that cannot be counted: what is wrong, where, and the name, id or value it is about. */
export class PabulibError extends Error {
  constructor(
    readonly code: PabulibProblem,
    readonly place: Place,
    readonly value = '',
  ) {
    super(`${code} at ${place.line}:${place.column} ${value}`);
  }
}

/** The place of an offset in a text. */
export function placeAt(text: string, offset: number): Place {
  let line = 1;
  let start = 0;
  for (const { index, 0: end } of text.slice(0, offset).matchAll(/\r\n|\n|\r/g)) {
    line += 1;
    start = index + end.length;
  }
  return { line, column: [...text.slice(start, offset)].length + 1 };
}
