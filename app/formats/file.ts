import { DomainError } from '~/domain/errors';

/** What a file with text is, by what stands in it; 'text' is anything else, such as csv. */
export type TextKind =
  'camt.052' | 'camt.053' | 'camt.054' | 'iso20022' | 'xml' | 'mt940' | 'json' | 'pabulib' | 'text' | 'empty';

/** What holds no text of its own; 'xlsx' is a zip too, and 'xls' what spreadsheets wrote before it. */
export type BinaryKind = 'zip' | 'xlsx' | 'xls' | 'gzip' | 'pdf';

/** A file that somebody hands in: what it is, whatever its name, and its text without byte order mark. */
export type ImportedFile = { kind: TextKind; text: string } | { kind: BinaryKind; text: null };

/** What can be wrong with the text of any file; `error.fileProblem.<code>` says it in words. */
export const fileProblems = ['nul', 'undecodable', 'notDeclared', 'encodingUnknown'] as const;
export type FileProblem = (typeof fileProblems)[number];

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'iso-8859-15' | 'us-ascii';

/**
 * The one door for files that come from elsewhere: what they are, by content, and their text. Text is UTF-8, or UTF-16 with
 * a byte order mark; XML may say another encoding (ISO-8859-1, ISO-8859-15, Windows-1252, US-ASCII). Throws
 * 'fileUnreadable' with detail {line, what}, a FileProblem, at the first byte that is not of the encoding, or is NUL.
 */
export function readFile(bytes: Uint8Array): ImportedFile {
  const binary = binaryKind(bytes);
  if (binary) return { kind: binary, text: null };
  const text = decode(bytes);
  return { kind: textKind(text), text };
}

const magic: readonly (readonly [BinaryKind, RegExp])[] = [
  ['zip', /^PK(?:\x03\x04|\x05\x06)/],
  ['pdf', /^\s*%PDF-/],
  ['xls', /^\xD0\xCF\x11\xE0/],
  ['gzip', /^\x1F\x8B/],
];
/** In a zip the name of a part stands 26 bytes after its mark. */
const partOfXlsx = /PK\x03\x04[^]{26}xl\//;

function binaryKind(bytes: Uint8Array): BinaryKind | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 64));
  const kind = magic.find(([, mark]) => mark.test(start))?.[0];
  return kind === 'zip' && partOfXlsx.test(new TextDecoder('latin1').decode(bytes)) ? 'xlsx' : kind;
}

/** What an XML file may say that it is written in. */
const declared: Readonly<Record<string, Encoding>> = {
  'utf-8': 'utf-8',
  'us-ascii': 'us-ascii',
  ascii: 'us-ascii',
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'windows-1252': 'windows-1252',
  cp1252: 'windows-1252',
  'iso-8859-15': 'iso-8859-15',
  latin9: 'iso-8859-15',
};
const declaration = /^\s*<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"'>]*)["']/;

function encodingOf(bytes: Uint8Array): { encoding: Encoding; isDeclared: boolean } {
  const start = String.fromCharCode(...bytes.subarray(0, 512));
  const isDeclared = false;
  if (start.startsWith('\xEF\xBB\xBF')) return { encoding: 'utf-8', isDeclared };
  if (/^(?:\xFF\xFE|<\0\?\0)/.test(start)) return { encoding: 'utf-16le', isDeclared };
  if (/^(?:\xFE\xFF|\0<\0\?)/.test(start)) return { encoding: 'utf-16be', isDeclared };
  const name = declaration.exec(start)?.[1]?.toLowerCase();
  if (name === undefined) return { encoding: 'utf-8', isDeclared };
  // What says so in single bytes is not written in pairs of them.
  if (name.startsWith('utf-16')) refuse('notDeclared', 1);
  const encoding = Object.hasOwn(declared, name) ? declared[name] : undefined;
  return { encoding: encoding ?? refuse('encodingUnknown', 1), isDeclared: true };
}

/** No sign of the encoding; and NUL, which is of every encoding and of no text. */
const strange: Readonly<Record<Encoding, RegExp>> = {
  'utf-8': /\0/,
  'utf-16le': /\0/,
  'utf-16be': /\0/,
  'us-ascii': /[^\u0001-\u007F]/,
  'windows-1252': /[\0\u0080-\u009F]/,
  'iso-8859-15': /[\0\u0080-\u009F]/,
};

function decode(bytes: Uint8Array): string {
  const { encoding, isDeclared } = encodingOf(bytes);
  const problem = isDeclared ? 'notDeclared' : 'undecodable';
  const text = textIn(bytes, encoding) ?? refuse(problem, lineAt(readable(bytes, encoding)));
  const at = text.search(strange[encoding]);
  if (at >= 0) refuse(text[at] === '\0' ? 'nul' : problem, lineAt(text.slice(0, at)));
  return text;
}

function textIn(bytes: Uint8Array, encoding: Encoding, stream = false): string | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream });
    return encoding === 'windows-1252' ? asWindows(text) : text;
  } catch {
    return undefined;
  }
}

const ofWindows = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ';

/** Some versions of Node read these bytes as ISO-8859-1, where banks that say so write the signs of Windows. */
const asWindows = (text: string) =>
  text.replace(/[\u0080-\u009F]/g, (sign) => ofWindows.charAt(sign.charCodeAt(0) - 0x80));

/** The text up to the first byte that is not of the encoding. */
function readable(bytes: Uint8Array, encoding: Encoding): string {
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (textIn(bytes.subarray(0, middle), encoding, true) === undefined) bad = middle;
    else good = middle;
  }
  return textIn(bytes.subarray(0, good), encoding, true) ?? '';
}

const lineAt = (before: string) => before.split(/\r\n|\n|\r/).length;

function refuse(what: FileProblem, line: number): never {
  throw new DomainError('fileUnreadable', { field: 'file', detail: { line, what } });
}

const marks: readonly (readonly [TextKind, RegExp])[] = [
  ['empty', /^\s*$/],
  ['xml', /^\s*</],
  ['mt940', /^\s*\{1:|^(?:[^\r\n]*(?:\r\n|\n|\r)){0,9}:20:/],
  ['json', /^\s*[{[]/],
  ['pabulib', /^\s*"?META"?\s*(?:[;,]|[\r\n]|$)/i],
];

function textKind(text: string): TextKind {
  const kind = marks.find(([, mark]) => mark.test(text))?.[0] ?? 'text';
  return kind === 'xml' ? messageKind(rootTag(text)) : kind;
}

function messageKind(root: string): TextKind {
  const message = /urn:iso:std:iso:20022:tech:xsd:([a-z]{4}\.\d{3})/.exec(root)?.[1];
  if (message === undefined) return 'xml';
  return (['camt.052', 'camt.053', 'camt.054'] as const).find((kind) => kind === message) ?? 'iso20022';
}

/** The tag of the outermost element; before it may stand a declaration and comments. */
function rootTag(text: string): string {
  const ends = [
    ['<?', '?>'],
    ['<!--', '-->'],
    ['<!', '>'],
  ] as const;
  let rest = text.trimStart();
  for (;;) {
    const end = ends.find(([start]) => rest.startsWith(start))?.[1];
    if (end === undefined) return rest.slice(0, rest.indexOf('>') + 1);
    const at = rest.indexOf(end);
    if (at < 0) return '';
    rest = rest.slice(at + end.length).trimStart();
  }
}
