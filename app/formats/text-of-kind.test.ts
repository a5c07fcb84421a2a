import { describe, expect, test } from 'vitest';
import { DomainError } from '~/domain/errors';
import { statementText } from './camt/file';
import { textOfKind } from './text-of-kind';

const bytes = (text: string) => new TextEncoder().encode(text);
const camt = (part: string) =>
  `<?xml version="1.0"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.${part}.001.02"/>`;
const pabulib = 'META\nkey;value\nbudget;100\n';
const zip = Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0]);

function refusal(act: () => unknown): Pick<DomainError, 'code' | 'field' | 'detail'> {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return { code: error.code, field: error.field, detail: error.detail };
    throw error;
  }
  return expect.fail('nothing was refused');
}

describe('the text of a file of one kind', () => {
  test.each([
    ['json', '{"type": 1}'],
    ['pabulib', pabulib],
    ['camt.053', camt('053')],
  ] as const)('is taken when it is of that kind: %s', (wanted, text) => {
    expect(textOfKind(bytes(text), wanted)).toBe(text);
  });

  test.each(['', 'postcode;wijk\n'])(
    'is taken when it is of no kind, for its reader knows better: %j',
    (text) => {
      expect(textOfKind(bytes(text), 'json')).toBe(text);
    },
  );

  test('comes without byte order mark', () => {
    expect(textOfKind(bytes('\uFEFF{}'), 'json')).toBe('{}');
  });

  test.each([
    ['json', 'camt053', camt('053')],
    ['json', 'pabulib', pabulib],
    ['pabulib', 'json', '{}'],
    ['camt.053', 'camt052', camt('052')],
  ] as const)('of %s is refused when it is %s', (wanted, found, text) => {
    expect(refusal(() => textOfKind(bytes(text), wanted))).toEqual({
      ...{ code: 'fileOfOtherKind', field: 'file', detail: { found, wanted: wanted.replace('.', '') } },
    });
  });

  test('is refused where there is no text, even for who takes any text', () => {
    expect(refusal(() => textOfKind(zip, 'text'))).toMatchObject({
      detail: { found: 'zip', wanted: 'text' },
    });
  });

  test('is refused where it cannot be read, before it is known what it is', () => {
    expect(refusal(() => textOfKind(bytes('{\n\0}'), 'json'))).toMatchObject({
      ...{ code: 'fileUnreadable', detail: { line: 2, what: 'nul' } },
    });
  });
});

describe('the text of a bank statement', () => {
  test.each([camt('053'), '<?xml version="1.0"?>\n<Document>'])('is taken as XML, broken or not', (text) => {
    expect(statementText(bytes(text))).toBe(text);
  });

  test.each([
    ['camt.052', bytes(camt('052'))],
    ['camt.054', bytes(camt('054'))],
    ['zip', zip],
    ['pdf', bytes('%PDF-1.7')],
    ['text', bytes('Datum;Bedrag\n')],
    ['empty', bytes(' \n')],
  ])('is refused with what it is instead: %s', (kind, file) => {
    expect(refusal(() => statementText(file))).toEqual({
      code: 'otherFormat',
      field: 'file',
      detail: { kind },
    });
  });
});
