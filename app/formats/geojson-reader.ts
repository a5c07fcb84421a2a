import { type Node, parseTree, type ParseError, printParseErrorCode } from 'jsonc-parser';
import { inhabitantsFromCbs } from '~/domain/area/cbs';
import { type Area, polygonFault, type PolygonFault } from '~/domain/area/polygon';
import { DomainError } from '~/domain/errors';
import { quoted } from '~/domain/notices';
import { isWhole } from '~/domain/text';

/** What can be wrong with a file; `area.import.problem.<code>` says it in words. */
export type FileProblem =
  | 'jsonBroken'
  | 'notACollection'
  | 'noWijken'
  | 'codeMissing'
  | 'codeInvalid'
  | 'buurtInvalid'
  | 'codeTwice'
  | 'nameMissing'
  | 'nameBroken'
  | 'nameTooLong'
  | 'nameTwice'
  | 'slugInvalid'
  | 'inhabitantsInvalid'
  | 'gemeenteMissing'
  | 'twoGemeenten'
  | 'wijkUnknown'
  | 'buurtenMissing'
  | 'slugOfOther'
  | 'outsideGemeente'
  | PolygonFault;

/** Where in a file a feature stands: its line, and which it is from the top, from 1. */
export type At = Readonly<{ line: number; nth: number }>;

/** Refuses a file for what stands at this place of it. Throws 'fileInvalid' with detail {line, problem, wijk, value}. */
export function refuseAt({ line, nth }: At, problem: FileProblem, value: string): never {
  throw new DomainError('fileInvalid', { field: 'file', detail: { line, problem, wijk: nth, value } });
}

/** Reads a GeoJSON file with a parser that keeps positions, so that every refusal names its line. */
export class GeoJsonReader {
  readonly #lineStarts: number[] = [0];
  readonly #root: Node | undefined;

  constructor(text: string) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#lineStarts.push(at + 1);
    const errors: ParseError[] = [];
    this.#root = parseTree(text.replace(/^\uFEFF/, ' '), errors, { disallowComments: true });
    const [broken] = errors;
    if (broken) refuseAt(this.#at(broken.offset, 0), 'jsonBroken', printParseErrorCode(broken.error));
  }

  /** Every feature of the collection, at least one. */
  features(): Feature[] {
    const features = child(this.#root, 'features');
    if (child(this.#root, 'type')?.value !== 'FeatureCollection' || features?.type !== 'array') {
      return this.#refuse('notACollection');
    }
    const found = (features.children ?? []).map((node, index) => new Feature(node, index + 1, this.#at));
    return found.length === 0 ? this.#refuse('noWijken') : found;
  }

  #refuse(problem: FileProblem): never {
    return refuseAt(this.#at(this.#root?.offset ?? 0, 0), problem, '');
  }

  #at = (offset: number, nth: number): At => {
    let [line, after] = [0, this.#lineStarts.length];
    while (line < after) {
      const middle = (line + after) >> 1;
      if ((this.#lineStarts[middle] ?? 0) <= offset) line = middle + 1;
      else after = middle;
    }
    return { line, nth };
  };
}

/** One feature of a file: its properties, whatever capitals and underscores their names have, and its outline. */
export class Feature {
  readonly #properties: ReadonlyMap<string, Node | undefined>;

  constructor(
    private readonly node: Node,
    private readonly nth: number,
    private readonly place: (offset: number, nth: number) => At,
  ) {
    const properties = child(node, 'properties');
    const named = (properties?.children ?? []).map(({ children }) => children ?? []);
    this.#properties = new Map(named.map(([key, value]) => [plainName(String(key?.value)), value]));
  }

  has(key: string): boolean {
    return this.#properties.has(key);
  }

  /** Where a property stands, or the feature where it has none. */
  at(key?: string): At {
    const node = (key && this.#properties.get(key)) || (child(this.node, 'properties') ?? this.node);
    return this.place(node.offset, this.nth);
  }

  /** A text that must be there. */
  text(key: string, missing: FileProblem): string {
    return this.optionalText(key) ?? refuseAt(this.at(), missing, '');
  }

  /** A text, without spaces round it; undefined for one that is not there, or is none. */
  optionalText(key: string): string | undefined {
    const value: unknown = this.#properties.get(key)?.value;
    if (typeof value !== 'string' || value.trim() === '') return undefined;
    const text = value.trim();
    return isWhole(text) ? text : refuseAt(this.at(key), 'nameBroken', '');
  }

  /** How many people live here; null where nobody knows. */
  inhabitants(key: string): number | null {
    const node = this.#properties.get(key);
    if (!node || node.type === 'null') return null;
    const value: unknown = node.value ?? JSON.stringify(toValue(node));
    if (!Number.isSafeInteger(value)) refuseAt(this.at(key), 'inhabitantsInvalid', quoted(String(value)));
    return inhabitantsFromCbs(Number(value));
  }

  /** The outline; `name` is how a refusal calls this feature. */
  outline(name: string, faultOf: (outline: Area) => PolygonFault | null = () => null): Area {
    const node = child(this.node, 'geometry');
    const geometry = node ? toValue(node) : null;
    const fault = polygonFault(geometry) ?? faultOf(geometry as Area);
    if (fault) refuseAt(this.place((node ?? this.node).offset, this.nth), fault, name);
    return geometry as Area;
  }
}

const plainName = (name: string) => name.toLowerCase().replaceAll('_', '');

function child(node: Node | undefined, key: string): Node | undefined {
  if (node?.type !== 'object') return undefined;
  return node.children?.find((property) => property.children?.[0]?.value === key)?.children?.[1];
}

/** A plain value of a node: what JSON.parse would give. */
function toValue(node: Node): unknown {
  if (node.type === 'array') return node.children?.map(toValue);
  if (node.type !== 'object') return node.value;
  return Object.fromEntries(
    (node.children ?? []).map(({ children }) => [
      children?.[0]?.value,
      children?.[1] && toValue(children[1]),
    ]),
  );
}
