import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DomainError } from '~/domain/errors';
import { createI18n } from '~/i18n';
import en from '~/i18n/en';
import nl from '~/i18n/nl';
import { fileProblems, type ImportedFile, readFile } from './file';

const utf8 = (text: string) => new TextEncoder().encode(text);
/** Each sign as the byte with its number. */
const raw = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const utf16 = (text: string, littleEndian: boolean) => {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), littleEndian);
  return new Uint8Array(view.buffer);
};

function answer(bytes: Uint8Array): ImportedFile | DomainError['detail'] {
  try {
    return readFile(bytes);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'fileUnreadable') return error.detail;
    throw error;
  }
}

const document = (message: string, before = '') =>
  `${before}<Document xmlns="urn:iso:std:iso:20022:tech:xsd:${message}"></Document>`;
const part = (name: string) => `PK\x03\x04${'\0'.repeat(26)}${name}`;

describe('what a file is, by what stands in it', () => {
  test.each([
    ['camt.053', document('camt.053.001.02')],
    ['camt.053', document('camt.053.001.08', '<?xml version="1.0"?>\n<!-- not camt.054.001.02 > -->\n')],
    ['camt.053', document('camt.053.001.08', '\uFEFF\r\n  ')],
    ['camt.053', '<ns:Document xmlns:ns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"/>'],
    ['camt.052', document('camt.052.001.06')],
    ['camt.054', document('camt.054.001.04')],
    ['iso20022', document('pain.002.001.03')],
    ['xml', '<html></html>'],
    ['xml', '<?xml version="1.0"?><!-- urn:iso:std:iso:20022:tech:xsd:camt.053.001.02 --><a/>'],
    ['xml', '<!-- open'],
    ['mt940', ':20:940S271126\r\n:25:NL71VIER0123456789EUR'],
    ['mt940', '{1:F01INGBNL2AXXXX0000000000}{2:I940}{4:\r\n:20:P1'],
    ['mt940', 'ABNANL2A\n940\nABNANL2A\n:20:ABN AMRO BANK NV'],
    ['json', '{"type":"FeatureCollection","features":[]}'],
    ['json', ' [1]'],
    ['pabulib', 'META\nkey;value\n'],
    ['pabulib', 'META;;;;\r\nkey;value;;;'],
    ['text', 'Datum;Bedrag\n2-3-2026;1,00'],
    ['text', 'METADATA;1'],
    ['text', 'zie :20: hier'],
    ['empty', ''],
    ['empty', '\uFEFF \r\n'],
  ])('%s: %j', (kind, text) => {
    expect(readFile(utf8(text))).toEqual({ kind, text: text.replace(/^\uFEFF/, '') });
  });

  test.each([
    ['zip', `${part('afschrift.xml')}<Document/>`],
    ['zip', `PK\x05\x06${'\0'.repeat(18)}`],
    ['xlsx', `${part('[Content_Types].xml')}\xFF\x00${part('xl/workbook.xml')}`],
    ['xlsx', part('xl/workbook.xml')],
    ['xls', '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0'],
    ['gzip', '\x1F\x8B\x08\0'],
    ['pdf', '%PDF-1.7\n%\xE2\xE3\xCF\xD3'],
  ])('%s, which has no text: %j', (kind, bytes) => {
    expect(readFile(raw(bytes))).toEqual({ kind, text: null });
  });
});

describe('the text of a file', () => {
  const xml = (encoding: string, text: string) =>
    `<?xml version="1.0" encoding="${encoding}"?>\n<a>${text}</a>`;

  test.each([
    ['ISO-8859-1', 'Caf\xE9', 'Café'],
    ['iso-8859-1', 'Caf\xE9 \x80', 'Café €'],
    ['ISO-8859-15', 'Caf\xE9 \xA4 \xBC', 'Café € Œ'],
    ['Windows-1252', '\x80 \x93Caf\xE9\x94', '€ “Café”'],
    ['US-ASCII', 'Cafe', 'Cafe'],
    ['UTF-8', 'Caf\xC3\xA9', 'Café'],
  ])('is in the encoding that XML declares: %s', (encoding, bytes, text) => {
    expect(readFile(raw(xml(encoding, bytes)))).toEqual({ kind: 'xml', text: xml(encoding, text) });
  });

  test.each([true, false])('is UTF-16 with a byte order mark, and XML without (%s)', (littleEndian) => {
    const text = xml('UTF-16', 'Café €');
    expect(readFile(utf16(text, littleEndian))).toEqual({ kind: 'xml', text });
    expect(readFile(utf16(`\uFEFF${text}`, littleEndian))).toEqual({ kind: 'xml', text });
    expect(readFile(utf16('\uFEFFMETA\nkey', littleEndian))).toEqual({ kind: 'pabulib', text: 'META\nkey' });
  });

  test.each([
    ['nul', 2, raw('{"a":\n"b\0"}')],
    ['nul', 1, utf16('Datum', true)],
    ['nul', 3, utf16('\uFEFFa\r\nb\r\n\0', true)],
    ['undecodable', 1, raw('Caf\xE9')],
    ['undecodable', 3, raw('a\r\nb\r\nCaf\xE9\r\nc\xE9')],
    ['undecodable', 2, raw('a\rCaf\xC3')],
    ['undecodable', 1, raw('\xEF\xBB\xBFCaf\xE9')],
    ['undecodable', 2, raw('\xFF\xFEa\0\n\0\0\xD8b\0')],
    ['undecodable', 2, raw('\xFF\xFEa\0\n\0b')],
    ['notDeclared', 2, raw(xml('US-ASCII', 'Caf\xE9'))],
    ['notDeclared', 2, raw(xml('UTF-8', 'Caf\xE9'))],
    ['notDeclared', 2, raw(xml('ISO-8859-1', 'Caf\x81'))],
    ['notDeclared', 2, raw(xml('ISO-8859-15', '\x80'))],
    ['notDeclared', 1, raw(xml('UTF-16', 'Cafe'))],
    ['encodingUnknown', 1, raw(xml('IBM500', 'Cafe'))],
    ['encodingUnknown', 1, raw(xml('constructor', 'Cafe'))],
  ])('is refused: %s at line %i', (what, line, bytes) => {
    expect(answer(bytes)).toEqual({ what, line });
  });

  test('every refusal has its sentence in both languages', () => {
    for (const what of fileProblems) {
      for (const [language, texts] of [
        ['nl', nl],
        ['en', en],
      ] as const) {
        const said = createI18n(language, texts).t('error.fileUnreadable', { line: 7, what });
        expect(said).toMatch(/ (Regel|Line) 7: [^{$]+\. [^{$]+\.$/);
        expect(said).not.toContain('fileProblem');
      }
    }
  });
});

describe('any file at all', () => {
  const anyText = fc.string({ unit: 'grapheme', maxLength: 60 }).filter((text) => !text.includes('\0'));
  const plain = anyText.map((text) => `x${text}`);

  test('in UTF-8 or UTF-16 is read sign for sign', () => {
    fc.assert(
      fc.property(plain, fc.boolean(), (text, littleEndian) => {
        expect(readFile(utf8(text)).text).toBe(text);
        expect(readFile(utf8(`\uFEFF${text}`)).text).toBe(text);
        expect(readFile(utf16(`\uFEFF${text}`, littleEndian)).text).toBe(text);
      }),
    );
  });

  test('gives what it is or a refusal with a line that it has', () => {
    const starts = [
      '',
      '<?xml version="1.0" encoding="ISO-8859-1"?>',
      '\xEF\xBB\xBF',
      '\xFF\xFE',
      'PK\x03\x04',
      '{',
      '<!--',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 200 }), (start, rest) => {
        const found = answer(Uint8Array.from([...raw(start), ...rest]));
        if ('kind' in found) return;
        expect(fileProblems).toContain(found.what);
        expect(found.line).toBeGreaterThanOrEqual(1);
        expect(found.line).toBeLessThanOrEqual(201);
      }),
    );
  });

  test('with one byte that is not UTF-8 is refused at the line of that byte', () => {
    const lines = fc.array(fc.stringMatching(/^[a-zé€]{0,9}$/), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(lines, fc.nat(), (texts, nth) => {
        const line = nth % texts.length;
        const bytes = texts.flatMap((text, at) => [...utf8(text), ...(at === line ? [0xff] : []), 0x0a]);
        expect(answer(Uint8Array.from([0x78, ...bytes]))).toEqual({
          what: 'undecodable',
          line: line + 1,
        });
      }),
    );
  });

  test('cannot hold us up', () => {
    const many = (text: string) => utf8(text.repeat(300_000 / text.length));
    for (const text of ['<!-- -->', '<!--', '<?', '\n', ' ', 'PK\x03\x04', ':20', '"META" ', '<?xml '])
      expect(answer(many(text))).toHaveProperty('kind');
  });
});
