import { houseNumberTyped, postcodeTyped } from '~/domain/area/postcode';
import { type HomeAddress } from '~/domain/people/residence';

/** What can be wrong with a line; `residence.list.problem.<code>` says it in words. */
export type ListProblem =
  'columnsMissing' | 'postcodeInvalid' | 'numberInvalid' | 'yearInvalid' | 'digestInvalid' | 'empty';

/** A list that is not read: the first thing that is wrong, and on which line; null for the file as a whole. */
export class ListRefused extends Error {
  override name = 'ListRefused';

  constructor(
    readonly line: number | null,
    readonly problem: ListProblem,
  ) {
    super('list refused');
  }
}

export type Resident = { home: Omit<HomeAddress, 'addition'>; yearOfBirth: number };

const names = {
  postcode: /^(postcode|pc6?)$/,
  number: /^(huisnummer|huisnr|nummer)$/,
  year: /^(geboortejaar|jaar)$/,
};
type Column = keyof typeof names;

const linesOf = (text: string) => text.replace(/^\uFEFF/, '').split(/\r?\n/);
const bare = (field: string | undefined) => (field ?? '').trim().replace(/^"(.*)"$/, '$1');

/**
 * The residents of a gemeente as its own administration gives them: a CSV with the columns postcode, huisnummer and geboortejaar,
 * with `;` or `,`. Throws ListRefused at the first line that is wrong.
 */
export function residentsIn(text: string): Resident[] {
  const [head = '', ...lines] = linesOf(text);
  const separator = head.includes(';') ? ';' : ',';
  const titles = head.split(separator).map((name) => bare(name).toLowerCase());
  const at = (column: Column) => titles.findIndex((title) => names[column].test(title));
  const columns = { postcode: at('postcode'), number: at('number'), year: at('year') };
  if (Object.values(columns).some((index) => index < 0)) throw new ListRefused(1, 'columnsMissing');
  const found = lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    const fields = line.split(separator).map(bare);
    return [residentOf(fields, columns, index + 2)];
  });
  if (found.length === 0) throw new ListRefused(null, 'empty');
  return found;
}

function residentOf(fields: readonly string[], at: Record<Column, number>, line: number): Resident {
  const postcode = postcodeTyped(fields[at.postcode] ?? '');
  if (postcode?.length !== 6) throw new ListRefused(line, 'postcodeInvalid');
  const number = houseNumberTyped(fields[at.number] ?? '');
  if (number === null) throw new ListRefused(line, 'numberInvalid');
  const year = fields[at.year] ?? '';
  if (!/^(19|20)\d\d$/.test(year)) throw new ListRefused(line, 'yearInvalid');
  return { home: { postcode, number }, yearOfBirth: Number(year) };
}

const title = 'wijkkas-inwoners';

/** The file that is handed in: a digest a line, once for each resident. */
export const listFile = (digests: readonly string[]): string =>
  `${[title, ...[...digests].sort()].join('\n')}\n`;

/** How many residents each digest of such a file stands for. Throws ListRefused at the first line that is none. */
export function digestsIn(text: string): Map<string, number> {
  const [head, ...lines] = linesOf(text);
  if (head?.trim() !== title) throw new ListRefused(1, 'columnsMissing');
  const counts = new Map<string, number>();
  for (const [index, line] of lines.entries()) {
    if (line === '') continue;
    if (!/^[0-9a-f]{64}$/.test(line)) throw new ListRefused(index + 2, 'digestInvalid');
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  if (counts.size === 0) throw new ListRefused(null, 'empty');
  return counts;
}
