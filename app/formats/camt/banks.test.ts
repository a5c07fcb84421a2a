import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DomainError } from '~/domain/errors';
import { createI18n } from '~/i18n';
import en from '~/i18n/en';
import nl from '~/i18n/nl';
import { sharedFile } from '../../../tests/support/shared';
import { statementText } from './file';
import { readBankFile } from './read';

const ours = 'NL71VIER0123456789';
const own = (bytes: Uint8Array) => readBankFile(statementText(bytes), ours);
const ofBank = (name: string) => own(readFileSync(`tests/fixtures/statements/${name}.xml`));

describe('statements as the banks write them', () => {
  test.each([
    ['abn-amro', '26062', null, '2026-03-03', 14987n, 54937n, [32950n, 10000n, -3000n]],
    ['ing', '62', null, '2026-03-03', 530000n, 8500n, [-522500n, 1000n]],
    ['rabobank', '26062', '2026-03-03', '2026-03-03', 100000n, 122550n, [22550n]],
    ['bng', '62', '2026-03-03', '2026-03-03', 0n, -700n, [-700n]],
    ['triodos', '3', null, '2026-03-03', 1210n, 1335n, [125n]],
    ['bunq', '20260303', '2026-02-01', '2026-03-03', -50n, -50n, []],
  ])('%s', (name, number, from, to, openingCents, closingCents, amounts) => {
    const { statements } = ofBank(name);
    expect(statements).toMatchObject([{ iban: ours, number, from, to, openingCents, closingCents }]);
    expect(statements[0]?.lines.map(({ cents }) => cents)).toEqual(amounts);
  });

  test('with names and texts whole, in whatever encoding', () => {
    expect(ofBank('ing').statements[0]?.lines[1]).toMatchObject({
      counterName: 'Zoë Köhler',
      text: 'Café £',
    });
    expect(ofBank('abn-amro').statements[0]?.lines[2]).toMatchObject({ counterName: 'Café De Hoek' });
    expect(ofBank('triodos').statements[0]?.lines[0]).toMatchObject({ text: 'RF18539007547034' });
    expect(ofBank('rabobank').statements[0]?.lines[0]).toMatchObject({
      ...{ counterName: 'Moestuin Zuid', returnReason: 'AC04', endToEndId: 'WK-000012-0002' },
    });
  });

  test('other accounts are named, whatever stands in them', () => {
    expect(ofBank('bng').otherAccounts).toEqual(['NL10WIJK0000000101', '0285-DEPOT']);
    expect(ofBank('ing').otherAccounts).toEqual([]);
    const others = readBankFile(
      statementText(readFileSync('tests/fixtures/statements/ing.xml')),
      'NL10WIJK0000000101',
    );
    expect(others).toEqual({ statements: [], otherAccounts: [ours] });
  });
});

/** Each sign as the byte with its number. */
const raw = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

function refusal(bytes: Uint8Array): DomainError | null {
  try {
    statementText(bytes);
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

describe('what people get from their bank too', () => {
  const document = (message: string) => `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:${message}"/>`;

  test.each([
    ['Dit is MT940. Vraag je bank om CAMT.053.', ':20:940S271126\r\n:25:NL71VIER0123456789EUR\r\n'],
    ['Dit is MT940. Vraag je bank om CAMT.053.', '{1:F01VIERNL2AXXXX0000000000}{2:O940}{4:\r\n:20:1'],
    ['Dit is MT940. Vraag je bank om CAMT.053.', 'VIERNL2A\r\n940\r\nVIERNL2A\r\n:20:VIER BANK NV\r\n'],
    ['Dit is CAMT.052, een tussenstand.', document('camt.052.001.02')],
    ['Dit is CAMT.052, een tussenstand.', `<?xml version="1.0"?>\n${document('camt.052.001.08')}`],
    ['Dit is CAMT.052, een tussenstand.', `<!-- camt.053.001.02 -->${document('camt.052.001.06')}`],
    ['Dit is CAMT.054, een bericht over losse boekingen.', document('camt.054.001.02')],
    ['Dit is een ander bericht van de bank.', document('pain.002.001.03')],
    ['Dit is een zip-bestand. Pak het uit', 'PK\x03\x04\x14\0afschrift.xml'],
    ['Dit is een ingepakt bestand. Pak het uit', '\x1F\x8B\x08\0\0'],
    ['Dit is een Excel-bestand. Vraag je bank om CAMT.053.', `PK\x03\x04${'\0'.repeat(26)}xl/workbook.xml`],
    ['Dit is een Excel-bestand. Vraag je bank om CAMT.053.', '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1'],
    ['Dit is een PDF.', '%PDF-1.4\n%\xE2\xE3'],
    ['Dit is gewone tekst, zoals CSV. Vraag je bank om CAMT.053.', 'Datum;Bedrag\n2-3-2026;1,00'],
    ['Dit is geen bankafschrift.', '{"transactions":[]}'],
    ['Dit is een bestand met stemmen', 'META\nkey;value'],
    ['Dit bestand is leeg.', '\r\n'],
  ])('%s', (sentence, bytes) => {
    const refused = refusal(raw(bytes));
    expect(refused?.code).toBe('otherFormat');
    expect(createI18n('nl', nl).t('error.otherFormat', refused?.detail)).toContain(sentence);
    expect(createI18n('en', en).t('error.otherFormat', refused?.detail)).toMatch(
      /^This .+ Nothing was read in\.$/,
    );
  });

  test('other XML goes on to the reader, which says at which line it is wrong', () => {
    expect(refusal(raw('<html></html>'))).toBeNull();
    expect(refusal(raw('<a>\n\xE9'))).toMatchObject({ code: 'fileUnreadable', detail: { line: 2 } });
  });
});

const found = sharedFile('data/found/bank');

describe('the files that failed', () => {
  const bytesOf = (name: string) => readFileSync(`${found}/${name}`);

  const right: [string, bigint[], string][] = [
    ['c05-batch-abn.xml', [32956n, 10000n], '2026-11-27'],
    ['5-multi-account.xml', [], '2026-11-28'],
    ['c01-receipt.xml', [200000n], '2026-11-27'],
    ['c02-overlap.xml', [200000n, 50000n], '2026-11-27'],
    ['c09-statement-id-reused.xml', [2000n], '2026-11-27'],
    ['c13-gap-balance.xml', [1200n], '2026-11-27'],
    ['c19-bank-fee.xml', [-995n], '2026-11-27'],
    ['4-too-much.xml', [900000n], '2026-11-28'],
    ['1-ing-batched-no-details.xml', [-522500n], '2026-11-28'],
    ['7-rvslind.xml', [122500n], '2026-11-28'],
  ];

  test.skipIf(!found).each(right)('%s is read (skipped where ../shared is absent)', (name, amounts, to) => {
    const { statements } = own(bytesOf(name));
    expect(statements).toMatchObject([{ to, number: '1' }]);
    expect(statements[0]?.lines.map(({ cents }) => cents)).toEqual(amounts);
  });

  test.skipIf(!found)('each in its own way (skipped where ../shared is absent)', () => {
    expect(own(bytesOf('c05-batch-abn.xml')).statements[0]).toMatchObject({ openingCents: 14987n });
    expect(own(bytesOf('5-multi-account.xml')).otherAccounts).toEqual(['NL02BNGH0285000000']);
    expect(own(bytesOf('c07-latin1.xml')).statements[0]?.lines[0]?.text).toBe('Café');
    expect(refusal(bytesOf('c14-mt940.sta'))?.detail).toEqual({ kind: 'mt940' });
  });
});
