import { describe, expect, test } from 'vitest';
import { DomainError } from '~/domain/errors';
import { dateOf, readEntry, signedAmount } from './entry';
import { at, parseEntry } from './xml';

const place = { text: '', statement: 1, entry: 1 };
const own = 'NL71VIER0123456789';
const theirs = 'NL91ABNA0417164300';

/** A booking as the bank writes it: its amount, its day and what is inside. */
const entry = (cents: string, inside = '', direction = 'CRDT') =>
  parseEntry(
    `<Amt Ccy="EUR">${cents}</Amt><CdtDbtInd>${direction}</CdtDbtInd><BookgDt><Dt>2026-03-02</Dt></BookgDt>${inside}`,
    place,
  );
const details = (...parts: string[]) =>
  `<NtryDtls>${parts.map((part) => `<TxDtls>${part}</TxDtls>`).join('')}</NtryDtls>`;
const party = (role: 'Dbtr' | 'Cdtr', name: string, iban: string) =>
  `<${role}><Nm>${name}</Nm></${role}><${role}Acct><Id><IBAN>${iban}</IBAN></Id></${role}Acct>`;
const read = (booking: unknown) => readEntry(booking, own, place);

const what = (work: () => unknown): unknown => {
  try {
    work();
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.detail.what;
    throw error;
  }
};

describe('a booking', () => {
  test('of one payment is one line, in or out', () => {
    expect(read(entry('12.34'))).toMatchObject([{ bookedOn: '2026-03-02', cents: 1234n }]);
    expect(read(entry('12.34', '', 'DBIT'))).toMatchObject([{ cents: -1234n }]);
  });

  test('of many is a line for each, which together are the booking', () => {
    const parts = details(
      '<Amt Ccy="EUR">10</Amt>',
      '<AmtDtls><TxAmt><Amt Ccy="EUR">2.5</Amt></TxAmt></AmtDtls>',
    );
    expect(read(entry('12.50', parts)).map(({ cents }) => cents)).toEqual([1000n, 250n]);
    expect(what(() => read(entry('12.51', parts)))).toBe('detailsUnequal');
    expect(what(() => read(entry('12.50', details('<Amt Ccy="EUR">10</Amt>', ''))))).toBe(
      'detailAmountMissing',
    );
  });

  test('of nothing is no line', () => {
    expect(read(entry('0.00'))).toEqual([]);
  });

  test('without a day of booking has that of its value; without either it is refused', () => {
    const dated = (tag: string) =>
      parseEntry(`<Amt Ccy="EUR">1</Amt><CdtDbtInd>CRDT</CdtDbtInd>${tag}`, place);
    expect(read(dated('<ValDt><Dt>2026-03-03</Dt></ValDt>'))).toMatchObject([{ bookedOn: '2026-03-03' }]);
    expect(what(() => read(dated('')))).toBe('dateInvalid');
  });

  test.each([
    ['amountInvalid', '<Amt Ccy="EUR">1,00</Amt><CdtDbtInd>CRDT</CdtDbtInd>'],
    ['amountInvalid', '<CdtDbtInd>CRDT</CdtDbtInd>'],
    ['currencyNotEuro', '<Amt Ccy="USD">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>'],
    ['currencyNotEuro', '<Amt>1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>'],
    ['directionInvalid', '<Amt Ccy="EUR">1.00</Amt><CdtDbtInd>IN</CdtDbtInd>'],
    ['directionInvalid', '<Amt Ccy="EUR">1.00</Amt>'],
  ])('%s: %s', (problem, text) => {
    expect(what(() => signedAmount(parseEntry(text, place), place))).toBe(problem);
  });

  test.each([
    ['the payer', 'CRDT', party('Dbtr', 'Buurthuis', theirs) + party('Cdtr', 'Wij', own)],
    ['who was paid', 'DBIT', party('Dbtr', 'Wij', own) + party('Cdtr', 'Buurthuis', theirs)],
    [
      'whoever is not we, in a return told the other way round',
      'CRDT',
      party('Dbtr', 'Wij', own) + party('Cdtr', 'Buurthuis', theirs),
    ],
  ])('names %s', (_who, direction, parties) => {
    const told = read(entry('5', details(`<RltdPties>${parties}</RltdPties>`), direction));
    expect(told).toMatchObject([{ counterName: 'Buurthuis', counterIban: theirs }]);
  });

  test('between our own names never names ourselves', () => {
    const told = read(entry('5', details(`<RltdPties>${party('Dbtr', 'Wij', own)}</RltdPties>`)));
    expect(told).toMatchObject([{ counterName: null, counterIban: null }]);
  });

  test.each([
    ['<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>', '', 'AC04'],
    ['<RtrInf><Rsn><Prtry>dicht</Prtry></Rsn></RtrInf>', '', 'dicht'],
    ['<RtrInf><AddtlInf>rekening opgeheven</AddtlInf></RtrInf>', '', 'rekening opgeheven'],
    ['<RtrInf/>', '', 'NOTPROVIDED'],
    ['', '<RvslInd>true</RvslInd>', 'NOTPROVIDED'],
    ['', '<RvslInd>false</RvslInd>', null],
    ['', '', null],
  ])('came back: %s %s is %j', (inside, around, reason) => {
    expect(read(entry('5', details(inside) + around))).toMatchObject([{ returnReason: reason }]);
  });

  test('has the text of the payer, else the words of the bank, else nothing', () => {
    const told = (inside: string, around = '') => read(entry('5', details(inside) + around))[0]?.text;
    expect(told('<RmtInf><Ustrd>voor de</Ustrd><Ustrd>bank</Ustrd></RmtInf>')).toBe('voor de bank');
    expect(told('<RmtInf><Strd><CdtrRefInf><Ref>RF18</Ref></CdtrRefInf></Strd></RmtInf>')).toBe('RF18');
    expect(told('<AddtlTxInf>storting</AddtlTxInf>')).toBe('storting');
    expect(told('', '<AddtlNtryInf>rente</AddtlNtryInf>')).toBe('rente');
    expect(told('')).toBe('');
  });
});

describe('the day that a bank writes', () => {
  test.each([
    ['2026-03-02', '2026-03-02'],
    ['2026-03-02T23:30:00', '2026-03-02'],
    ['2026-03-02T23:30:00Z', '2026-03-03'],
    ['2026-03-02+01:00', '2026-03-02'],
    ['2026-03-02Z', '2026-03-02'],
  ])('%s is %s in Amsterdam', (text, day) => {
    expect(dateOf(text, place)).toBe(day);
  });

  test.each(['2026-02-30', '1999-12-31', '2101-01-01', '02-03-2026', 'gisteren'])('%s is none', (text) => {
    expect(what(() => dateOf(text, place))).toBe('dateInvalid');
  });

  test('may be silent', () => {
    expect(dateOf(null, place)).toBeNull();
    expect(at(undefined, 'Dt')).toBeUndefined();
  });
});
