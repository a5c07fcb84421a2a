import { XMLParser, XMLValidator } from 'fast-xml-parser';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarDate } from '~/domain/calendar';
import { cents } from '~/domain/money/cents';
import { sepaText } from '~/domain/money/sepa';
import { type PainBatch, painOf } from './pain';

const batch: PainBatch = {
  messageId: 'WIJKKAS-2026-12',
  createdAt: new Date('2026-03-02T09:00:00.123Z'),
  executeOn: calendarDate('2026-03-03'),
  debtor: { name: 'Gemeente Voorbeeldstad', iban: 'NL73GEME0000000606' },
  lines: [
    {
      endToEndId: 'WIJKKAS-12-1',
      cents: cents(80_000),
      name: 'Moestuin Zuid',
      iban: 'NL16TUIN0000000707',
      text: 'Moestuin, voorschot',
    },
    {
      endToEndId: 'WIJKKAS-12-2',
      cents: cents(5),
      name: 'Café "Zoë" & <Zn.>',
      iban: 'BE20999000000111',
      text: '',
    },
  ],
};
const line = batch.lines[0]!;

type Element = { tag: string; children: Element[]; text: string };

/** The elements of a file in their order, read by the parser without our own rules. */
function elements(xml: string): Element[] {
  expect(XMLValidator.validate(xml)).toBe(true);
  const parser = new XMLParser({ preserveOrder: true, ignoreDeclaration: true, parseTagValue: false });
  const convert = (nodes: Record<string, unknown>[]): Element[] =>
    nodes
      .filter((node) => !('#text' in node))
      .map((node) => {
        const [tag = '', inner] = Object.entries(node)[0] ?? [];
        const inside = inner as Record<string, unknown>[];
        const text = inside.map((part) => part['#text'] ?? '').join('');
        return { tag, children: convert(inside), text };
      });
  return convert(parser.parse(xml) as Record<string, unknown>[]);
}

function find(nodes: Element[], ...path: string[]): Element[] {
  return path.reduce(
    (found, tag) => found.flatMap(({ children }) => children).filter((e) => e.tag === tag),
    [{ tag: '', children: nodes, text: '' }],
  );
}

const texts = (xml: string, ...path: string[]) =>
  find(elements(xml), 'Document', 'CstmrCdtTrfInitn', ...path).map(({ text }) => text);

/**
 * Our own checker of pain.001.001.09, not the schema itself: of each element that we write, the children the schema
 * knows, in its order; `!` must be there, `*` may be there more than once. An element that is not named holds text.
 */
const schema: Record<string, string> = {
  Document: 'CstmrCdtTrfInitn!',
  CstmrCdtTrfInitn: 'GrpHdr! PmtInf!* SplmtryData*',
  GrpHdr: 'MsgId! CreDtTm! Authstn* NbOfTxs! CtrlSum InitgPty! FwdgAgt InitnSrc',
  InitgPty: 'Nm PstlAdr Id CtryOfRes CtctDtls',
  PmtInf:
    'PmtInfId! PmtMtd! BtchBookg NbOfTxs CtrlSum PmtTpInf ReqdExctnDt! PoolgAdjstmntDt Dbtr! DbtrAcct! DbtrAgt! ' +
    'DbtrAgtAcct InstrForDbtrAgt UltmtDbtr ChrgBr ChrgsAcct ChrgsAcctAgt CdtTrfTxInf!*',
  PmtTpInf: 'InstrPrty SvcLvl* LclInstrm CtgyPurp',
  SvcLvl: 'Cd!',
  ReqdExctnDt: 'Dt!',
  Dbtr: 'Nm PstlAdr Id CtryOfRes CtctDtls',
  DbtrAcct: 'Id! Tp Ccy Nm Prxy',
  DbtrAgt: 'FinInstnId! BrnchId',
  FinInstnId: 'BICFI ClrSysMmbId LEI Nm PstlAdr Othr',
  Othr: 'Id! SchmeNm Issr',
  CdtTrfTxInf:
    'PmtId! PmtTpInf Amt! XchgRateInf ChrgBr MndtRltdInf ChqInstr UltmtDbtr IntrmyAgt1 IntrmyAgt1Acct IntrmyAgt2 ' +
    'IntrmyAgt2Acct IntrmyAgt3 IntrmyAgt3Acct CdtrAgt CdtrAgtAcct Cdtr CdtrAcct UltmtCdtr InstrForCdtrAgt* ' +
    'InstrForDbtrAgt Purp RgltryRptg* Tax RltdRmtInf* RmtInf SplmtryData*',
  PmtId: 'InstrId EndToEndId! UETR',
  Amt: 'InstdAmt!',
  Cdtr: 'Nm PstlAdr Id CtryOfRes CtctDtls',
  CdtrAcct: 'Id! Tp Ccy Nm Prxy',
  RmtInf: 'Ustrd* Strd*',
  'DbtrAcct/Id': 'IBAN!',
  'CdtrAcct/Id': 'IBAN!',
};

function faults({ tag, children, text }: Element, parent = ''): string[] {
  const rule = schema[`${parent}/${tag}`] ?? schema[tag];
  if (rule === undefined || (tag === 'Id' && !schema[`${parent}/Id`])) {
    return children.length > 0 || text.trim() === '' ? [`${tag}: text wanted`] : [];
  }
  const pattern = rule.replace(/(\w+)(!?)(\*?)( |$)/g, (_all, name: string, must: string, many: string) => {
    return `(?:${name} )${must ? (many ? '+' : '') : many || '?'}`;
  });
  const order = children.map((child) => `${child.tag} `).join('');
  const here = new RegExp(`^${pattern}$`).test(order) ? [] : [`${tag}: ${order}`];
  return [...here, ...children.flatMap((child) => faults(child, tag))];
}

describe('a payment order', () => {
  const xml = painOf(batch);

  test('is this file, sign for sign', () => {
    expect(xml.slice(xml.indexOf('      <CdtTrfTxInf>'), xml.indexOf('</CdtTrfTxInf>'))).toBe(
      `      <CdtTrfTxInf>
        <PmtId>
          <EndToEndId>WIJKKAS-12-1</EndToEndId>
        </PmtId>
        <Amt>
          <InstdAmt Ccy="EUR">800.00</InstdAmt>
        </Amt>
        <Cdtr>
          <Nm>Moestuin Zuid</Nm>
        </Cdtr>
        <CdtrAcct>
          <Id>
            <IBAN>NL16TUIN0000000707</IBAN>
          </Id>
        </CdtrAcct>
        <RmtInf>
          <Ustrd>Moestuin, voorschot</Ustrd>
        </RmtInf>
      `,
    );
    expect(xml.split('\n').slice(0, 2)).toEqual([
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09">',
    ]);
    expect(painOf(structuredClone(batch))).toBe(xml);
  });

  test('has each element where the schema wants it', () => {
    expect(elements(xml).flatMap((root) => faults(root))).toEqual([]);
  });

  test('the checker of the order can fail', () => {
    const swapped = xml.replace(/(\s*<Amt>[^]*?<\/Amt>)(\s*<Cdtr>[^]*?<\/Cdtr>)/, '$2$1');
    expect(elements(swapped).flatMap((root) => faults(root))).toHaveLength(1);
    const without = xml.replace(/<ReqdExctnDt>[^]*<\/ReqdExctnDt>/, '');
    expect(elements(without).flatMap((root) => faults(root))).toHaveLength(1);
  });

  test('counts and adds its payments, in the head and in the order', () => {
    for (const path of [['GrpHdr'], ['PmtInf']]) {
      expect(texts(xml, ...path, 'NbOfTxs')).toEqual(['2']);
      expect(texts(xml, ...path, 'CtrlSum')).toEqual(['800.05']);
    }
    expect(texts(xml, 'PmtInf', 'CdtTrfTxInf', 'Amt', 'InstdAmt')).toEqual(['800.00', '0.05']);
  });

  test('says who pays, when, and by which name the bank returns it', () => {
    expect(texts(xml, 'GrpHdr', 'MsgId')).toEqual(['WIJKKAS-2026-12']);
    expect(texts(xml, 'GrpHdr', 'CreDtTm')).toEqual(['2026-03-02T09:00:00Z']);
    expect(texts(xml, 'PmtInf', 'PmtInfId')).toEqual(['WIJKKAS-2026-12']);
    expect(texts(xml, 'PmtInf', 'ReqdExctnDt', 'Dt')).toEqual(['2026-03-03']);
    expect(texts(xml, 'PmtInf', 'Dbtr', 'Nm')).toEqual(['Gemeente Voorbeeldstad']);
    expect(texts(xml, 'PmtInf', 'DbtrAcct', 'Id', 'IBAN')).toEqual(['NL73GEME0000000606']);
    expect(texts(xml, 'PmtInf', 'CdtTrfTxInf', 'PmtId', 'EndToEndId')).toEqual([
      'WIJKKAS-12-1',
      'WIJKKAS-12-2',
    ]);
  });

  test('writes names in SEPA signs and leaves an empty text out', () => {
    expect(texts(xml, 'PmtInf', 'CdtTrfTxInf', 'Cdtr', 'Nm')[1]).toBe("Cafe 'Zoe' + .Zn..");
    expect(texts(xml, 'PmtInf', 'CdtTrfTxInf', 'RmtInf', 'Ustrd')).toEqual(['Moestuin, voorschot']);
    const nameless = painOf({ ...batch, lines: [{ ...line, name: ' ' }] });
    expect(texts(nameless, 'PmtInf', 'CdtTrfTxInf', 'Cdtr', 'Nm')).toEqual(['NOTPROVIDED']);
  });
});

test('nothing that goes in can break out of its element', () => {
  const xml = painOf({ ...batch, debtor: { name: '</Nm>', iban: '"<IBAN>&\'' } });
  expect(texts(xml, 'PmtInf', 'DbtrAcct', 'Id', 'IBAN')).toEqual(['"<IBAN>&\'']);
  expect(texts(xml, 'PmtInf', 'Dbtr', 'Nm')).toEqual(['./Nm.']);
});

describe('any payment order', () => {
  const anyLine = fc.record({
    cents: fc.bigInt({ min: 1n, max: 99_999_999_999n }).map(cents),
    name: fc.string({ unit: 'binary', maxLength: 90 }),
    iban: fc.constantFrom('NL16TUIN0000000707', 'BE20999000000111'),
    text: fc.oneof(
      fc.string({ unit: 'binary', maxLength: 160 }),
      fc.constantFrom(']]>', '<b>&amp;"\'', '<!--'),
    ),
  });

  test('reads back as what was ordered', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { minLength: 1, maxLength: 8 }), (drawn) => {
        const lines = drawn.map((entry, index) => ({ ...entry, endToEndId: `E-${index}` }));
        const xml = painOf({ ...batch, lines });
        expect(elements(xml).flatMap((root) => faults(root))).toEqual([]);
        const amounts = texts(xml, 'PmtInf', 'CdtTrfTxInf', 'Amt', 'InstdAmt');
        expect(amounts.every((amount) => /^\d+\.\d\d$/.test(amount))).toBe(true);
        expect(amounts.map((amount) => BigInt(amount.replace('.', '')))).toEqual(
          lines.map((entry) => entry.cents),
        );
        const total = lines.reduce((sum, entry) => sum + entry.cents, 0n);
        expect(texts(xml, 'GrpHdr', 'CtrlSum').map((sum) => BigInt(sum.replace('.', '')))).toEqual([total]);
        expect(texts(xml, 'GrpHdr', 'NbOfTxs')).toEqual([String(lines.length)]);
        const names = texts(xml, 'PmtInf', 'CdtTrfTxInf', 'Cdtr', 'Nm');
        expect(names).toEqual(lines.map(({ name }) => sepaText(name, 70) || 'NOTPROVIDED'));
        expect(names.every((name) => /^[A-Za-z0-9/?:().,'+ -]{1,70}$/.test(name))).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});

describe('no bank takes', () => {
  const refused: [string, Partial<PainBatch>][] = [
    ['an order without payments', { lines: [] }],
    ['an amount of zero', { lines: [{ ...line, cents: cents(0) }] }],
    ['an amount below zero', { lines: [{ ...line, cents: cents(-1) }] }],
    ['more than a billion', { lines: [{ ...line, cents: cents(100_000_000_000n) }] }],
    ['the same reference twice', { lines: [line, line] }],
    ['a reference that is too long', { lines: [{ ...line, endToEndId: 'x'.repeat(36) }] }],
    ['a reference with other signs', { lines: [{ ...line, endToEndId: 'É&1' }] }],
    ['a message without a name', { messageId: '' }],
    ['a message with a name in XML', { messageId: '</MsgId>' }],
  ];

  test.each(refused)('%s', (_what, change) => {
    expect(() => painOf({ ...batch, ...change })).toThrow(RangeError);
  });

  test('a reference of 35 signs and the largest amount do pass', () => {
    const lines = [{ ...line, endToEndId: 'x'.repeat(35), cents: cents(99_999_999_999n) }];
    expect(texts(painOf({ ...batch, lines }), 'GrpHdr', 'CtrlSum')).toEqual(['999999999.99']);
  });
});
