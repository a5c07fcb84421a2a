import { type Node, parseTree, type ParseError, printParseErrorCode } from 'jsonc-parser';
import { cbsLevel, gemeenteOfCode, inhabitantsFromCbs } from '~/domain/area/cbs';
import { type Area, polygonFault, type PolygonFault } from '~/domain/area/polygon';
import { DomainError } from '~/domain/errors';

/** One wijk as a CBS file gives it. */
export type CbsWijk = {
  code: string;
  name: string;
  inhabitants: number | null;
  geometry: Area;
};

export type WijkenFile = { gemeente: { code: string; name: string }; wijken: CbsWijk[] };

/** What can be wrong with a file; `area.import.problem.<code>` says it in words. */
export type FileProblem =
  | 'jsonBroken'
  | 'notACollection'
  | 'noWijken'
  | 'codeMissing'
  | 'codeInvalid'
  | 'codeTwice'
  | 'nameMissing'
  | 'inhabitantsInvalid'
  | 'gemeenteMissing'
  | 'twoGemeenten'
  | PolygonFault;

/**
 * Reads a CBS wijken file (GeoJSON, WGS84). Throws 'fileInvalid' with detail {line, problem, wijk, value}: the line
 * that is wrong, what is wrong, the place of the wijk in the file, from 1 (0 for the file itself), and what stood there.
 */
export function readWijkenFile(text: string): WijkenFile {
  const file = new Reader(text);
  const features = file.features();
  const wijken = features.map((feature, index) => file.wijk(feature, index + 1));
  const seen = new Set<string>();
  for (const [index, { code }] of wijken.entries()) {
    if (seen.has(code)) file.refuseCode(features[index], index + 1, code);
    seen.add(code);
  }
  return { gemeente: file.gemeente(features), wijken };
}

class Reader {
  readonly #lineStarts: number[] = [0];
  readonly #root: Node | undefined;

  constructor(text: string) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#lineStarts.push(at + 1);
    const errors: ParseError[] = [];
    this.#root = parseTree(text.replace(/^\uFEFF/, ' '), errors, { disallowComments: true });
    const [broken] = errors;
    if (broken) this.#throw(broken.offset, 'jsonBroken', 0, printParseErrorCode(broken.error));
  }

  features(): Node[] {
    const features = child(this.#root, 'features');
    if (valueAt(this.#root, 'type') !== 'FeatureCollection' || features?.type !== 'array') {
      this.refuse(this.#root, 'notACollection', 0);
    }
    const wijken = features?.children ?? [];
    if (wijken.length === 0) this.refuse(this.#root, 'noWijken', 0);
    return wijken;
  }

  wijk(feature: Node, nth: number): CbsWijk {
    const properties = child(feature, 'properties');
    const geometryNode = child(feature, 'geometry');
    const geometry = geometryNode ? toValue(geometryNode) : null;
    const fault = polygonFault(geometry);
    const code = this.#text(properties, feature, 'wijkcode', 'codeMissing', nth);
    if (cbsLevel(code) !== 'wijk') this.refuse(child(properties, 'wijkcode'), 'codeInvalid', nth, code);
    const name = this.#text(properties, feature, 'wijknaam', 'nameMissing', nth);
    if (fault) this.refuse(geometryNode ?? feature, fault, nth, code);
    return { code, name, inhabitants: this.#inhabitants(properties, nth), geometry: geometry as Area };
  }

  /** The one gemeente that all wijken name. */
  gemeente(features: readonly Node[]): { code: string; name: string } {
    let found: { code: string; name: string } | undefined;
    for (const [index, feature] of features.entries()) {
      const properties = child(feature, 'properties');
      const code = this.#text(properties, feature, 'gemeentecode', 'gemeenteMissing', index + 1);
      const name = this.#text(properties, feature, 'gemeentenaam', 'gemeenteMissing', index + 1);
      const wijk = String(valueAt(properties, 'wijkcode'));
      if ((found && found.code !== code) || gemeenteOfCode(wijk) !== code) {
        this.refuse(child(properties, 'gemeentecode'), 'twoGemeenten', index + 1, code);
      }
      found ??= { code, name };
    }
    return found ?? this.refuse(this.#root, 'noWijken', 0);
  }

  refuseCode(feature: Node | undefined, nth: number, code: string): never {
    return this.refuse(child(child(feature, 'properties'), 'wijkcode'), 'codeTwice', nth, code);
  }

  refuse(node: Node | undefined, problem: FileProblem, wijk: number, value = ''): never {
    return this.#throw(node?.offset ?? 0, problem, wijk, value);
  }

  #text(properties: Node | undefined, feature: Node, key: string, missing: FileProblem, nth: number): string {
    const value = valueAt(properties, key);
    if (typeof value !== 'string' || value.trim() === '') this.refuse(properties ?? feature, missing, nth);
    return String(value).trim();
  }

  #inhabitants(properties: Node | undefined, nth: number): number | null {
    const value = valueAt(properties, 'aantal_inwoners') ?? null;
    if (value === null) return null;
    if (!Number.isSafeInteger(value)) {
      this.refuse(child(properties, 'aantal_inwoners'), 'inhabitantsInvalid', nth, String(value));
    }
    return inhabitantsFromCbs(Number(value));
  }

  #throw(offset: number, problem: FileProblem, wijk: number, value: string): never {
    const line = this.#lineStarts.filter((start) => start <= offset).length;
    throw new DomainError('fileInvalid', { field: 'file', detail: { line, problem, wijk, value } });
  }
}

function child(node: Node | undefined, key: string): Node | undefined {
  if (node?.type !== 'object') return undefined;
  return node.children?.find((property) => property.children?.[0]?.value === key)?.children?.[1];
}

function valueAt(node: Node | undefined, key: string): unknown {
  return child(node, key)?.value;
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
