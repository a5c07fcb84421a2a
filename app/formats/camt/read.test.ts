import { describe, expect, test } from 'vitest';
import {
  oneByOne,
  batches,
  sparse,
  changed,
  withBooking,
  parts,
  readStatement,
} from '../../../tests/support/camt-files';

describe('a statement of single payments', () => {
  test('is read whole; only what is booked counts', () => {
    expect(readStatement(oneByOne)).toEqual([
      {
        messageId: 'BANK-A-20260302',
        statementId: '20260302.EUR.1',
        iban: 'NL73GEME0000000606',
        number: null,
        from: null,
        to: '2026-03-02',
        openingCents: 1000000n,
        closingCents: 1123670n,
        currency: 'EUR',
        lines: [
          {
            position: 1,
            bookedOn: '2026-03-02',
            cents: 150000n,
            endToEndId: null,
            batchId: null,
            counterName: 'Woonstichting De Brug',
            counterIban: 'NL10WIJK0000000101',
            text: 'Bijdrage 2026 kenmerk BRON-2026-0007',
            returnReason: null,
            bankReference: 'A0001',
          },
          {
            position: 2,
            bookedOn: '2026-03-02',
            cents: -25030n,
            endToEndId: 'WIJKKAS-1-1',
            batchId: 'WIJKKAS-1',
            counterName: 'Stichting Buurtfeest',
            counterIban: 'NL03FEST0000000505',
            text: 'Straatfeest voorschot',
            returnReason: null,
            bankReference: 'A0002',
          },
          {
            position: 3,
            bookedOn: '2026-03-02',
            cents: -1300n,
            endToEndId: null,
            batchId: null,
            counterName: null,
            counterIban: null,
            text: 'Kosten rekening februari',
            returnReason: null,
            bankReference: null,
          },
        ],
      },
    ]);
  });

  test.each(['02', '03', '04', '05', '06', '07', '08', '13'])('in version %s', (version) => {
    expect(readStatement(changed(oneByOne, '053.001.02', `053.001.${version}`))).toEqual(
      readStatement(oneByOne),
    );
  });

  test('with a byte order mark and the line ends of Windows', () => {
    expect(readStatement(`\uFEFF${oneByOne.replaceAll('\n', '\r\n')}`)).toEqual(readStatement(oneByOne));
  });
});

describe('a statement with a batch', () => {
  const [first, second] = readStatement(batches);

  test('has a line for each payment of the batch', () => {
    expect(first?.lines.slice(0, 2)).toMatchObject([
      {
        cents: -80000n,
        endToEndId: 'WIJKKAS-2-1',
        batchId: 'WIJKKAS-2',
        counterName: 'Moestuin Zuid',
        counterIban: 'NL16TUIN0000000707',
        bankReference: 'B0001-1',
      },
      { cents: -40000n, endToEndId: 'WIJKKAS-2-2', batchId: 'WIJKKAS-2', bankReference: 'B0001' },
    ]);
    expect(first).toMatchObject({ from: '2026-03-03', to: '2026-03-04', messageId: 'BANK-B-77' });
  });

  test('tells which payment came back, from whom and why', () => {
    expect(first?.lines[2]).toMatchObject({
      position: 3,
      cents: 40000n,
      endToEndId: 'WIJKKAS-2-2',
      batchId: null,
      counterName: 'Buurt in Beeld',
      counterIban: 'NL67BUUR0000000303',
      returnReason: 'AC04',
    });
    expect(first?.lines.map(({ returnReason }) => returnReason)).toEqual([null, null, 'AC04']);
  });

  test('may be followed by a statement of another account, in the red and without a booking', () => {
    expect(second).toMatchObject({
      messageId: 'BANK-B-77',
      statementId: 'B-2026-44',
      iban: 'NL56BUUR0000000404',
      openingCents: -2510n,
      closingCents: -2510n,
      lines: [],
    });
  });

  test('may hold payments in both directions', () => {
    const out = '<Amt Ccy="EUR">7.50</Amt><CdtDbtInd>DBIT</CdtDbtInd>';
    const back = '<Amt Ccy="EUR">2.50</Amt><CdtDbtInd>CRDT</CdtDbtInd>';
    const [statement] = readStatement(withBooking('-5.00', parts(out, back), '9995.00'));
    expect(statement?.lines.map(({ cents }) => cents)).toEqual([-750n, 250n]);
  });

  test('takes what was ordered for the amounts where nothing else is told', () => {
    const ordered = changed(
      batches,
      '<TxAmt><Amt Ccy="EUR">400.00</Amt></TxAmt>',
      '<InstdAmt><Amt Ccy="EUR">400.00</Amt></InstdAmt>',
    );
    expect(readStatement(ordered)).toEqual(readStatement(batches));
  });
});

describe('a statement that says little', () => {
  const [statement] = readStatement(sparse);

  test('a batch that the bank keeps as one booking is one line with the name of the batch', () => {
    expect(statement?.lines[0]).toEqual({
      position: 1,
      // Half past eleven in the evening in London is past midnight here.
      bookedOn: '2026-03-05',
      cents: -60000n,
      endToEndId: null,
      batchId: 'WIJKKAS-3',
      counterName: null,
      counterIban: null,
      text: 'Betaalopdracht, 3 betalingen',
      returnReason: null,
      bankReference: null,
    });
  });

  test('entities, CDATA and a structured reference are read; a return without a reason is still a return', () => {
    expect(statement?.lines[1]).toMatchObject({
      bookedOn: '2026-03-05',
      cents: 2050n,
      counterName: 'Jansen & Zn. Café',
      counterIban: null,
      text: 'Terug: <dubbel> & te veel RF18539007547034',
      returnReason: 'NOTPROVIDED',
    });
  });

  test('an announcement without money is no line', () => {
    expect(statement?.lines).toHaveLength(2);
    expect(statement).toMatchObject({ openingCents: 50000n, closingCents: -7950n });
  });
});

test.each([
  ['a code', '<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>', 'AC04'],
  ['a code of the bank', '<RtrInf><Rsn><Prtry>X1</Prtry></Rsn></RtrInf>', 'X1'],
  ['words', '<RtrInf><AddtlInf>Rekening  bestaat niet</AddtlInf></RtrInf>', 'Rekening bestaat niet'],
  ['nothing', '<RtrInf/>', 'NOTPROVIDED'],
  ['no return', '<AddtlTxInf>Spoed</AddtlTxInf>', null],
])('a return is known by %s', (_what, details, returnReason) => {
  const [statement] = readStatement(withBooking('5.00', parts(details), '10005.00'));
  expect(statement?.lines).toMatchObject([{ returnReason, text: returnReason === null ? 'Spoed' : '' }]);
});

test.each(['<Ntry/>', '<Ntry a="b"/>', '<Ntry>x</Ntry>'])(
  'a booking that says nothing, %s, does not count',
  (entry) => {
    const text = changed(oneByOne, '</Stmt>', `${entry}</Stmt>`);
    expect(readStatement(text)).toEqual(readStatement(oneByOne));
  },
);

describe('who is on the other side', () => {
  const other = (text: string) => readStatement(text)[0]?.lines[0];

  test('a name without an account', () => {
    const text = changed(oneByOne, '<DbtrAcct><Id><IBAN>NL10WIJK0000000101</IBAN></Id></DbtrAcct>', '');
    expect(other(text)).toMatchObject({ counterName: 'Woonstichting De Brug', counterIban: null });
  });

  test('an account number that is wrong is left out', () => {
    const text = changed(oneByOne, 'NL10WIJK0000000101', 'NL11WIJK0000000101');
    expect(other(text)).toMatchObject({ counterName: 'Woonstichting De Brug', counterIban: null });
  });

  test('never the account itself', () => {
    const text = changed(oneByOne, 'NL10WIJK0000000101', 'NL73GEME0000000606');
    expect(other(text)).toMatchObject({ counterName: null, counterIban: null });
  });
});
