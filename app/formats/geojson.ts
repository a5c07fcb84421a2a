import { type Node, parseTree, type ParseError, printParseErrorCode } from 'jsonc-parser';
import { cbsLevel, gemeenteOfCode, inhabitantsFromCbs } from '~/domain/area/cbs';
import { type Area, polygonFault, type PolygonFault } from '~/domain/area/polygon';
import { inhabitantsNotices } from '~/domain/area/inhabitants';
import { DomainError } from '~/domain/errors';
import { type Notice } from '~/domain/notices';
import { isWhole } from '~/domain/text';

/** One wijk as a CBS file gives it. */
export type CbsWijk = {
  code: string;
  name: string;
  inhabitants: number | null;
  geometry: Area;
};

export type WijkenFile = {
  gemeente: { code: string; name: string };
  wijken: CbsWijk[];
  notices: Notice[];
};

/** What can be wrong with a file; `area.import.problem.<code>` says it in words. */
export type FileProblem =
  | 'jsonBroken'
  | 'notACollection'
  | 'noWijken'
  | 'codeMissing'
  | 'codeInvalid'
  | 'codeTwice'
  | 'nameMissing'
  | 'nameBroken'
  | 'inhabitantsInvalid'
  | 'gemeenteMissing'
  | 'twoGemeenten'
  | PolygonFault;

/**
 * Reads a CBS wijken file (GeoJSON, WGS84), with the names of properties as CBS has them in its files (`aantal_inwoners`) and
 * PDOK in its services (`aantalInwoners`). Throws 'fileInvalid' with detail {line, problem, wijk, value}: the line
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
  return { gemeente: file.gemeente(features), wijken, notices: inhabitantsNotices(wijken) };
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
    const properties = propertiesOf(feature);
    const geometryNode = child(feature, 'geometry');
    const geometry = geometryNode ? toValue(geometryNode) : null;
    const fault = polygonFault(geometry);
    const code = this.#text(properties, feature, 'wijkcode', 'codeMissing', nth);
    if (cbsLevel(code) !== 'wijk') this.refuse(properties?.get('wijkcode'), 'codeInvalid', nth, code);
    const name = this.#text(properties, feature, 'wijknaam', 'nameMissing', nth);
    if (fault) this.refuse(geometryNode ?? feature, fault, nth, code);
    return { code, name, inhabitants: this.#inhabitants(properties, nth), geometry: geometry as Area };
  }

  /** The one gemeente that all wijken name. */
  gemeente(features: readonly Node[]): { code: string; name: string } {
    let found: { code: string; name: string } | undefined;
    for (const [index, feature] of features.entries()) {
      const properties = propertiesOf(feature);
      const code = this.#text(properties, feature, 'gemeentecode', 'gemeenteMissing', index + 1);
      const name = this.#text(properties, feature, 'gemeentenaam', 'gemeenteMissing', index + 1);
      const wijk = String(properties?.get('wijkcode')?.value);
      if ((found && found.code !== code) || gemeenteOfCode(wijk) !== code) {
        this.refuse(properties?.get('gemeentecode'), 'twoGemeenten', index + 1, code);
      }
      found ??= { code, name };
    }
    return found ?? this.refuse(this.#root, 'noWijken', 0);
  }

  refuseCode(feature: Node | undefined, nth: number, code: string): never {
    return this.refuse(feature && propertiesOf(feature)?.get('wijkcode'), 'codeTwice', nth, code);
  }

  refuse(node: Node | undefined, problem: FileProblem, wijk: number, value = ''): never {
    return this.#throw(node?.offset ?? 0, problem, wijk, value);
  }

  #text(properties: Properties, feature: Node, key: string, missing: FileProblem, nth: number): string {
    const value: unknown = properties?.get(key)?.value;
    if (typeof value !== 'string' || value.trim() === '') {
      this.refuse(child(feature, 'properties') ?? feature, missing, nth);
    }
    const text = String(value).trim();
    if (!isWhole(text)) this.refuse(properties?.get(key), 'nameBroken', nth);
    return text;
  }

  #inhabitants(properties: Properties, nth: number): number | null {
    const node = properties?.get('aantalinwoners');
    const value: unknown = node?.value ?? null;
    if (value === null) return null;
    if (!Number.isSafeInteger(value)) this.refuse(node, 'inhabitantsInvalid', nth, String(value));
    return inhabitantsFromCbs(Number(value));
  }

  #throw(offset: number, problem: FileProblem, wijk: number, value: string): never {
    const line = this.#lineStarts.filter((start) => start <= offset).length;
    throw new DomainError('fileInvalid', { field: 'file', detail: { line, problem, wijk, value } });
  }
}

type Properties = ReadonlyMap<string, Node | undefined> | undefined;

/** The properties of a wijk; capitals and underscores in their names make no difference. */
function propertiesOf(feature: Node): Properties {
  const properties = child(feature, 'properties');
  if (properties?.type !== 'object') return undefined;
  const named = (properties.children ?? []).map(({ children }) => children ?? []);
  return new Map(named.map(([key, value]) => [plainName(String(key?.value)), value]));
}

const plainName = (name: string) => name.toLowerCase().replaceAll('_', '');

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
