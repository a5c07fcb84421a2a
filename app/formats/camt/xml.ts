import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { DomainError } from '~/domain/errors';

/** What can be wrong with a bank statement; `error.statementProblem.<code>` says it in words. */
export type StatementProblem =
  | 'xmlBroken'
  | 'doctypeRefused'
  | 'notCamt053'
  | 'versionUnknown'
  | 'noStatement'
  | 'idMissing'
  | 'statementTwice'
  | 'ibanInvalid'
  | 'currencyNotEuro'
  | 'amountInvalid'
  | 'directionInvalid'
  | 'dateInvalid'
  | 'balanceMissing'
  | 'detailAmountMissing'
  | 'detailsUnequal'
  | 'balanceUnequal'
  /** It takes more time or memory to read than a statement ever does. */
  | 'tooHeavy';

/** Where in the file we are reading: which statement, and which booking of it, from 1; 0 is the whole around it. */
export type Place = { text: string; statement: number; entry: number };

/** Refuses the file: throws DomainError 'statementInvalid' with detail {line, what, statement, entry}. */
export function refuse(place: Place, what: StatementProblem, line = lineOf(place)): never {
  const { statement, entry } = place;
  throw new DomainError('statementInvalid', { field: 'file', detail: { line, what, statement, entry } });
}

function lineOf({ text, statement, entry }: Place): number {
  const seen = { Stmt: 0, Ntry: 0 };
  for (const { 1: tag, index } of text.matchAll(/<(?:[\w.-]+:)?(Stmt|Ntry)[\s/>]/g)) {
    if (tag === 'Stmt') seen.Stmt += 1;
    else if (seen.Stmt === statement) seen.Ntry += 1;
    if (seen.Stmt === statement && seen.Ntry === entry) return lineAt(text, index);
  }
  return 1;
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const notXml = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/u;

/** The five entities of XML and numbers; any other would need a DOCTYPE, and that is refused. */
function decode(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (_all, decimal, hex, name) => {
    const sign = name ? named[name] : String.fromCodePoint(decimal ? Number(decimal) : parseInt(hex, 16));
    if (sign === undefined || notXml.test(sign)) throw new RangeError('not a sign of XML');
    return sign;
  });
}

const options = {
  ignoreAttributes: false,
  ignoreDeclaration: true,
  // Amounts stay text: a float would round them.
  parseTagValue: false,
  jPath: false,
  transformTagName: (tag: string) => tag.slice(tag.indexOf(':') + 1),
  entityDecoder: {
    decode,
    reset() {},
    setXmlVersion() {},
    addInputEntities() {},
    setExternalEntities() {},
  },
};
// A booking stays raw text until its turn comes: as one tree, a large file takes three times the memory.
const whole = new XMLParser({ ...options, stopNodes: ['..Ntry'] });
const part = new XMLParser(options);

/** Checks that a text is safe, well-formed XML and gives its tree, in which each booking (Ntry) is still raw. */
export function parseStatement(place: Place): unknown {
  const { text } = place;
  const declaration = text.search(/<!(?!--|\[CDATA\[)/);
  if (declaration >= 0) refuse(place, 'doctypeRefused', lineAt(text, declaration));
  const strange = text.search(notXml);
  if (strange >= 0) refuse(place, 'xmlBroken', lineAt(text, strange));
  const valid = XMLValidator.validate(text);
  if (valid !== true) refuse(place, 'xmlBroken', valid.err.line);
  return parse(whole, text, place);
}

/** The tree of one booking. */
export function parseEntry(raw: unknown, place: Place): unknown {
  return parse(part, ownText(raw) ?? '', place);
}

function parse(parser: XMLParser, text: string, place: Place): unknown {
  try {
    return parser.parse(text);
  } catch {
    // The library throws plain errors: names it holds to be unsafe, a tree too deep, a sign that is not XML.
    return refuse(place, 'xmlBroken');
  }
}

/** All children of a node with this tag, in order. */
export function children(node: unknown, tag: string): unknown[] {
  if (typeof node !== 'object' || node === null || !Object.hasOwn(node, tag)) return [];
  const found = (node as Record<string, unknown>)[tag];
  return Array.isArray(found) ? found : [found];
}

/** The first node at a path of tags; undefined if there is none. */
export function at(node: unknown, ...path: string[]): unknown {
  return path.reduce((parent, tag) => children(parent, tag)[0], node);
}

/** The text at a path with single spaces, or null where there is none. */
export function textAt(node: unknown, ...path: string[]): string | null {
  return (
    ownText(at(node, ...path))
      ?.replace(/\s+/g, ' ')
      .trim() || null
  );
}

/** An attribute of the first node at a path. */
export const attribute = (node: unknown, name: string) => textAt(node, `@_${name}`);

function ownText(node: unknown): string | undefined {
  const text = typeof node === 'string' ? node : at(node, '#text');
  return typeof text === 'string' ? text : undefined;
}
