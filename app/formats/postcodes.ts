import {
  mostProblems,
  partsOf,
  type PostcodePart,
  type PostcodeProblem,
  PostcodesRefused,
} from '~/domain/area/postcode';
import { listed, quoted } from '~/domain/notices';

/** Whose addresses are wanted: the gemeente by its CBS code, and the codes of all its wijken. */
export type WantedGemeente = { code: string; wijken: ReadonlySet<string> };

/** What a file says of the wanted gemeente: what is kept of its addresses, how many those are, and of which year. */
export type Postcodes = { parts: PostcodePart[]; addresses: number; year: number };

const columns = ['postcode', 'number', 'buurt', 'wijk', 'gemeente'] as const;
type Column = (typeof columns)[number];
type Layout = { separator: string; at: Record<Column, number>; width: number };

/** What CBS and others call the columns, without the year behind it. */
const names: Record<Column, RegExp> = {
  postcode: /^(pc6|postcode6?)$/,
  number: /^(huisnummer|huisnr|hnr)$/,
  buurt: /^(buurt|buurtcode|bu)$/,
  wijk: /^(wijk|wijkcode|wk)$/,
  gemeente: /^(gemeente|gemeentecode|gem|gm)$/,
};

/** How each is called in a message. */
const titles: Record<Column, string> = {
  postcode: 'PC6',
  number: 'Huisnummer',
  buurt: 'Buurt',
  wijk: 'Wijk',
  gemeente: 'Gemeente',
};

const longestLine = 1_000;
const mostKnownPlaces = 50_000;

type Place = { buurt: string; gemeente: string } | { problem: PostcodeProblem['problem']; value: string };

/**
 * Reads the file of CBS that says of each postcode and house number in which buurt, wijk and gemeente it lies, piece by piece
 * as it comes: columns by their name in any order, with `;` or `,`, with or without quotes; codes as CBS writes them
 * (WK036300) or as numbers (36300). Keeps only what is of the wanted gemeente.
 */
export class PostcodesReader {
  /** How many lines were read, the one with the names of the columns too. */
  lines = 0;
  #rest = '';
  #layout: Layout | undefined;
  #year: number | undefined;
  #problems: PostcodeProblem[] = [];
  #more = 0;
  readonly #buurten = new Map<string, Map<number, string>>();
  readonly #places = new Map<string, Place>();
  readonly #others = new Set<string>();

  constructor(
    private readonly wanted: WantedGemeente,
    private readonly year?: number,
  ) {}

  /** The next piece of the file. Throws PostcodesRefused at once for what is no file of addresses at all. */
  read(piece: string): void {
    const text = this.#rest + piece;
    let from = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      this.#line(text.slice(from, end));
      from = end + 1;
    }
    this.#rest = text.slice(from);
    if (this.#rest.length > longestLine) this.#stop(this.lines + 1, 'lineTooLong', this.#rest);
  }

  /** What the whole file says. Throws PostcodesRefused with the first problems and how many more there are. */
  done(): Postcodes {
    if (this.#rest !== '') this.#line(this.#rest);
    this.#rest = '';
    if (this.lines === 0) this.#stop(null, 'empty', '');
    if (this.#problems.length > 0) throw new PostcodesRefused(this.#problems, this.#more);
    const addresses = [...this.#buurten.values()].reduce((sum, { size }) => sum + size, 0);
    if (addresses === 0) {
      const found = [...this.#others].sort();
      this.#stop(null, found.length > 0 ? 'otherGemeente' : 'empty', listed(found));
    }
    const sorted = [...this.#buurten].sort(([a], [b]) => (a < b ? -1 : 1));
    const parts = sorted.flatMap(([postcode, buurten]) => partsOf(postcode, buurten));
    return { parts, addresses, year: this.#year ?? 0 };
  }

  #line(line: string): void {
    this.lines += 1;
    const text = line.endsWith('\r') ? line.slice(0, -1) : line;
    if (!this.#layout) this.#layout = this.#head(text.replace(/^\uFEFF/, ''));
    else if (text.trim() !== '') this.#address(text, this.#layout);
  }

  #head(text: string): Layout {
    const separator = text.includes(';') ? ';' : ',';
    const found = text.split(separator).map(bare);
    const plain = found.map((name) => name.toLowerCase().replace(/[\s_-]|\d{4}$/g, ''));
    const at = (column: Column) => plain.findIndex((name) => names[column].test(name));
    const missing = columns.filter((column) => at(column) < 0);
    if (missing.length > 0) {
      const wanted = missing.map((column) => titles[column]).join(', ');
      this.#stop(1, 'columnsMissing', `${wanted} / ${listed(found)}`);
    }
    this.#year = this.#yearOf(found);
    return {
      separator,
      at: Object.fromEntries(columns.map((column) => [column, at(column)])) as Record<Column, number>,
      width: found.length,
    };
  }

  /** The year that the names of the columns say, or that was told. */
  #yearOf(found: readonly string[]): number {
    const said = found.flatMap((name) => /(?:^|\D)(20\d\d)$/.exec(name)?.[1] ?? []).map(Number)[0];
    if (said !== undefined && this.year !== undefined && said !== this.year) {
      this.#stop(1, 'yearOther', String(said));
    }
    return said ?? this.year ?? this.#stop(1, 'yearMissing', '');
  }

  #address(text: string, { separator, at, width }: Layout): void {
    const fields = text.split(separator);
    if (fields.length !== width) return this.#tell('fieldCount', text);
    const field = (column: Column) => bare(fields[at[column]] ?? '');
    const place = this.#place(field('buurt'), field('wijk'), field('gemeente'));
    const postcode = postcodeIn(field('postcode'));
    if (postcode === null) return this.#tell('postcodeInvalid', field('postcode'));
    const number = numberIn(field('number'));
    if (number === null) return this.#tell('numberInvalid', field('number'));
    if ('problem' in place) return this.#tell(place.problem, place.value);
    if (place.gemeente === this.wanted.code) this.#keep(postcode, number, place.buurt);
    else if (this.#others.size < mostProblems) this.#others.add(place.gemeente);
  }

  #keep(postcode: string, number: number, buurt: string): void {
    const buurten = this.#buurten.get(postcode) ?? new Map<number, string>();
    const before = buurten.get(number);
    if (before === undefined) this.#buurten.set(postcode, buurten.set(number, buurt));
    else if (before !== buurt) this.#tell('twice', `${postcode} ${number}: ${before}, ${buurt}`);
  }

  /** Where a line says that its address lies; the same three codes come again and again. */
  #place(buurt: string, wijk: string, gemeente: string): Place {
    const key = `${buurt};${wijk};${gemeente}`;
    const known = this.#places.get(key);
    if (known) return known;
    const place = this.#placeOf(buurt, wijk, gemeente);
    if (this.#places.size < mostKnownPlaces) this.#places.set(key, place);
    return place;
  }

  #placeOf(...typed: [buurt: string, wijk: string, gemeente: string]): Place {
    const [buurt, wijk, gemeente] = [
      codeIn(typed[0], 'BU', 8),
      codeIn(typed[1], 'WK', 6),
      codeIn(typed[2], 'GM', 4),
    ];
    if (!buurt || !wijk || !gemeente) {
      const wrong = [buurt, wijk, gemeente].findIndex((code) => code === null);
      return { problem: 'codeInvalid', value: typed[wrong] ?? '' };
    }
    if (!buurt.startsWith(`BU${wijk.slice(2)}`) || !wijk.startsWith(`WK${gemeente.slice(2)}`)) {
      return { problem: 'codesCrossed', value: `${buurt}, ${wijk}, ${gemeente}` };
    }
    const isUnknown = gemeente === this.wanted.code && !this.wanted.wijken.has(wijk);
    return isUnknown ? { problem: 'wijkUnknown', value: wijk } : { buurt, gemeente };
  }

  #tell(problem: PostcodeProblem['problem'], value: string): void {
    if (this.#problems.length < mostProblems) {
      this.#problems.push({ line: this.lines, problem, value: quoted(value) });
    } else {
      this.#more += 1;
    }
  }

  #stop(line: number | null, problem: PostcodeProblem['problem'], value: string): never {
    throw new PostcodesRefused([...this.#problems, { line, problem, value: quoted(value) }], this.#more);
  }
}

const bare = (field: string) => {
  const text = field.trim();
  return text.length > 1 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1).trim() : text;
};

function postcodeIn(text: string): string | null {
  return /^[1-9]\d{3} ?[A-Z]{2}$/i.test(text) ? text.replace(' ', '').toUpperCase() : null;
}

function numberIn(text: string): number | null {
  return /^\d{1,5}$/.test(text) && Number(text) > 0 ? Number(text) : null;
}

/** A code as CBS writes it, or as a number without the zeros and letters in front. */
function codeIn(text: string, kind: 'BU' | 'WK' | 'GM', length: number): string | null {
  if (text === '') return null;
  const code = text.toUpperCase();
  const digits = (code.startsWith(kind) ? code.slice(2) : code).padStart(length, '0');
  return digits.length === length && /^\d{4}[\dA-Z]*$/.test(digits) ? kind + digits : null;
}
