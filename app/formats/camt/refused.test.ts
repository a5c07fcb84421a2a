import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DomainError } from '~/domain/errors';
import { createI18n } from '~/i18n';
import en from '~/i18n/en';
import nl from '~/i18n/nl';
import {
  oneByOne,
  batches,
  sparse,
  changed,
  withBooking,
  parts,
  readStatement,
} from '../../../tests/support/camt-files';

/** What is refused, as {line, what, statement, entry}; any other error comes through and fails the test. */
function refusal(text: string): DomainError['detail'] | null {
  try {
    readStatement(text);
    return null;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'statementInvalid') return error.detail;
    throw error;
  }
}

describe('what is refused, and where', () => {
  const at = (text: string, piece: string) => text.slice(0, text.indexOf(piece)).split('\n').length;
  const booking = (n: number) =>
    oneByOne.split('\n').flatMap((row, i) => (/<Ntry>/.test(row) ? i + 1 : []))[n - 1];
  const statementLine = at(oneByOne, '<Stmt>');

  test.each([
    ['notCamt053', 'camt.053.001.02', 'camt.054.001.02'],
    ['notCamt053', 'xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"', ''],
    ['versionUnknown', 'camt.053.001.02', 'camt.053.001.01'],
    ['versionUnknown', 'camt.053.001.02', 'camt.053.001.99'],
    ['idMissing', '<MsgId>BANK-A-20260302</MsgId>', '<MsgId> </MsgId>'],
  ])('the file: %s', (what, from, to) => {
    expect(refusal(changed(oneByOne, from, to))).toEqual({ line: 1, what, statement: 0, entry: 0 });
  });

  test.each([
    ['idMissing', '<Id>20260302.EUR.1</Id>', ''],
    ['ibanInvalid', 'NL73GEME0000000606', 'NL74GEME0000000606'],
    ['ibanInvalid', '<IBAN>NL73GEME0000000606</IBAN>', '<Othr><Id>606</Id></Othr>'],
    ['balanceMissing', '<Cd>OPBD</Cd>', '<Cd>OPAV</Cd>'],
    ['balanceMissing', '<Cd>CLBD</Cd>', '<Cd>CLAV</Cd>'],
    ['balanceUnequal', '10000.00', '10000.01'],
    ['balanceUnequal', '<Amt Ccy="EUR">13.00</Amt>', '<Amt Ccy="EUR">13.01</Amt>'],
    ['currencyNotEuro', '<Amt Ccy="EUR">10000.00', '<Amt Ccy="USD">10000.00'],
    ['amountInvalid', '<Amt Ccy="EUR">10000.00', '<Amt Ccy="EUR">10.000,00'],
  ])('the statement: %s', (what, from, to) => {
    expect(refusal(changed(oneByOne, from, to))).toEqual({
      line: statementLine,
      what,
      statement: 1,
      entry: 0,
    });
  });

  test.each([
    [1, 'amountInvalid', '1500.00', '1500.005'],
    [1, 'amountInvalid', '1500.00', '-1500.00'],
    [1, 'amountInvalid', '1500.00', '1500000000000.00'],
    [1, 'amountInvalid', '<Amt Ccy="EUR">1500.00</Amt>', ''],
    [1, 'currencyNotEuro', '<Amt Ccy="EUR">1500.00', '<Amt Ccy="GBP">1500.00'],
    [1, 'currencyNotEuro', '<Amt Ccy="EUR">1500.00', '<Amt>1500.00'],
    [3, 'directionInvalid', '13.00</Amt>\n        <CdtDbtInd>DBIT', '13.00</Amt>\n        <CdtDbtInd>AF'],
    [3, 'dateInvalid', '<BookgDt><Dt>2026-03-02</Dt></BookgDt>\n        <AddtlNtryInf>', '<AddtlNtryInf>'],
  ])('booking %i: %s', (entry, what, from, to) => {
    expect(refusal(changed(oneByOne, from, to))).toEqual({ line: booking(entry), what, statement: 1, entry });
  });

  const euro = (amount: string) => `<Amt Ccy="EUR">${amount}</Amt>`;
  const ordered = (amount: string) => `<AmtDtls><InstdAmt>${euro(amount)}</InstdAmt></AmtDtls>`;
  const dollars = '<Amt Ccy="USD">6.00</Amt>';

  test.each([
    ['more than the whole', parts(euro('2.50'), euro('2.51')), 'detailsUnequal'],
    ['one payment of another amount', parts(euro('4.99')), 'detailsUnequal'],
    ['groups that are more than the whole', parts(euro('5.00')) + parts(euro('5.00')), 'detailsUnequal'],
    ['a payment without amount', parts(euro('5.00'), ''), 'detailAmountMissing'],
    ['a payment in dollars among others', parts(euro('5.00'), dollars), 'detailAmountMissing'],
    ['an amount that is none', parts(euro('5.00'), euro('nul')), 'amountInvalid'],
    ['a direction that is none', parts(`${euro('5.00')}<CdtDbtInd>AF</CdtDbtInd>`), 'directionInvalid'],
  ])('a booking with %s', (_why, details, what) => {
    expect(refusal(withBooking('5.00', details, '10005.00'))).toMatchObject({ what, statement: 1, entry: 1 });
  });

  test.each([
    ['no amount of its own', '<Refs/>'],
    ['an amount in dollars', dollars],
    ['another amount ordered than arrived', ordered('6.00')],
  ])('but one payment with %s is the whole booking', (_why, details) => {
    const [statement] = readStatement(withBooking('5.00', parts(details), '10005.00'));
    expect(statement?.lines.map(({ cents }) => cents)).toEqual([500n]);
  });

  test('a day that does not exist, also with a time', () => {
    for (const date of [
      '<Dt>2026-02-30</Dt>',
      '<DtTm>2026-02-30T10:00:00Z</DtTm>',
      '<DtTm>2026-03-02T99:00:00Z</DtTm>',
    ]) {
      expect(refusal(changed(oneByOne, '<BookgDt><Dt>2026-03-02</Dt>', `<BookgDt>${date}`))?.what).toBe(
        'dateInvalid',
      );
    }
  });

  test('the same statement twice, and a second statement that is wrong', () => {
    const twice = oneByOne.replace(/<Stmt>[^]*<\/Stmt>/, '$&\n$&');
    expect(refusal(twice)).toMatchObject({ what: 'statementTwice', statement: 2, entry: 0 });
    const wrong = changed(batches, '<Cd>PRCD</Cd>', '<Cd>XXXX</Cd>');
    expect(refusal(wrong)).toEqual({
      line: batches.slice(0, batches.lastIndexOf('<Stmt>')).split('\n').length,
      what: 'balanceMissing',
      statement: 2,
      entry: 0,
    });
  });

  test('a file without a statement', () => {
    expect(refusal(oneByOne.replace(/<Stmt>[^]*<\/Stmt>/, ''))?.what).toBe('noStatement');
  });

  test('broken XML, with the line', () => {
    expect(refusal(changed(oneByOne, '</Ownr>', '</Owner>'))).toMatchObject({
      what: 'xmlBroken',
      line: at(oneByOne, '</Ownr>'),
    });
    for (const text of ['', ' ', 'hallo', '{"a":1}', 'Datum;Bedrag\n2-3-2026;1,00', '<a></b>']) {
      expect(refusal(text)?.what).toBe('xmlBroken');
    }
  });
});

describe('a hostile file', () => {
  test('with a DOCTYPE or its own entities is refused unread', () => {
    const laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>';
    const bomb = changed(oneByOne, '<Document', `${laughs}\n<Document`);
    expect(refusal(bomb)).toEqual({ line: 3, what: 'doctypeRefused', statement: 0, entry: 0 });
    const file = changed(oneByOne, '<Document', '<!DOCTYPE x SYSTEM "file:///etc/passwd">\n<Document');
    expect(refusal(file)?.what).toBe('doctypeRefused');
    expect(refusal(changed(oneByOne, 'Straatfeest', '<!ENTITY a "b">'))?.what).toBe('doctypeRefused');
  });

  test.each(['&unknown;', '&#0;', '&#xFFFF;', '&#xD800;', '&#99999999;', '\u0000', '\u0008', '\uD800'])(
    'with the sign %j is refused',
    (sign) => {
      expect(refusal(changed(oneByOne, 'Straatfeest', sign))?.what).toBe('xmlBroken');
      expect(refusal(changed(oneByOne, 'Gemeente Voorbeeldstad', sign))?.what).toBe('xmlBroken');
    },
  );

  test('with names that JavaScript knows changes nothing', () => {
    const extra = '<toString>1</toString><valueOf/><hasOwnProperty>2</hasOwnProperty>';
    const answer = refusal(changed(oneByOne, '<Ccy>EUR</Ccy>', `<Ccy>EUR</Ccy>${extra}`));
    expect(answer === null || answer.what === 'xmlBroken').toBe(true);
    expect(refusal(changed(oneByOne, '<Ccy>EUR</Ccy>', '<__proto__>1</__proto__>'))).toMatchObject({});
    expect({}).not.toHaveProperty('Ccy');
  });

  test('cannot hold us up with a long date', () => {
    const long = `<DtTm>2026-03-02${'T'.repeat(200_000)}</DtTm>`;
    expect(refusal(changed(oneByOne, '<BookgDt><Dt>2026-03-02</Dt>', `<BookgDt>${long}`))).toBeNull();
  });

  test('that goes very deep or is one long tag is refused', () => {
    expect(refusal('<a>'.repeat(20_000) + '</a>'.repeat(20_000))?.what).toBe('xmlBroken');
    expect(refusal('<'.repeat(100_000))?.what).toBe('xmlBroken');
    expect(refusal(`<a ${'b="c" '.repeat(20_000)}`)?.what).toBe('xmlBroken');
    expect(refusal(changed(oneByOne, 'Straatfeest', '&amp;'.repeat(50_000)))).toBeNull();
  });
});

describe('any text at all', () => {
  const files = [oneByOne, batches, sparse];

  test('cut off anywhere it is refused', () => {
    for (const file of files) {
      const end = file.trimEnd().length;
      for (let length = 0; length < end; length += 317)
        expect(refusal(file.slice(0, length))?.what).toBe('xmlBroken');
    }
  });

  test('gives a result or a refusal, never a crash', () => {
    const noise = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom(
        '<',
        '>',
        '&',
        '"',
        ']]>',
        '<!--',
        '<![CDATA[',
        '</Ntry>',
        '<Ntry>',
        '<Ntry/>',
        '<Amt/>',
        '<?',
        '\n',
      ),
    );
    const spot = fc.record({ at: fc.nat(4000), drop: fc.nat(200), noise });
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.array(spot, { minLength: 1, maxLength: 3 }),
        (file, spots) => {
          const text = spots.reduce(
            (rest, { at, drop, noise }) => rest.slice(0, at) + noise + rest.slice(at + drop),
            file,
          );
          for (const { openingCents, closingCents, lines } of refusal(text) ? [] : readStatement(text)) {
            expect(openingCents + lines.reduce((total, { cents }) => total + cents, 0n)).toBe(closingCents);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  test('bytes that are no text', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(refusal(new TextDecoder().decode(bytes))).not.toBeNull();
      }),
    );
  });
});

describe('a large statement', () => {
  test('is exact to the cent where floats would not be', () => {
    const many = 300;
    const entry = /<Ntry>[^]*?<\/Ntry>\n/.exec(oneByOne)?.[0].replace('1500.00', '0.10') ?? '';
    const text = oneByOne
      .replace(/<Ntry>[^]*<\/Ntry>\n/, () => entry.repeat(many))
      .replace('11236.70', '10030.00');
    const [statement] = readStatement(text);
    expect(statement?.lines).toHaveLength(many);
    expect(statement?.lines.at(-1)).toMatchObject({ position: many, cents: 10n });
    expect(refusal(text.replace('10030.00', '10030.01'))?.what).toBe('balanceUnequal');
  });
});

test('every refusal has its sentence in both languages', () => {
  const detail = { line: 12, what: 'balanceUnequal', statement: 1, entry: 0 };
  expect(createI18n('nl', nl).t('error.statementInvalid', detail)).toBe(
    'Dit bankafschrift kunnen we niet lezen. Regel 12: het beginsaldo en de boekingen zijn samen niet het eindsaldo. Er is niets ingelezen.',
  );
  expect(createI18n('en', en).t('error.statementInvalid', detail)).toBe(
    'We cannot read this bank statement. Line 12: the opening balance and the entries do not add up to the closing balance. Nothing was read in.',
  );
});
