import { type Cents, sum } from '~/domain/money/cents';
import { decimalOf } from '~/domain/money/decimal';

/** One payment as a bank tells it. */
export type ReportedPayment = {
  cents: Cents;
  endToEndId?: string;
  text?: string;
  /** The account it came from. */
  iban?: string;
  /** Why it came back, an ISO code. */
  reason?: string;
};
/** One booking: a payment, or a batch that is told as one amount. */
export type Movement = ReportedPayment & { on: string; batchId?: string };
export type TestStatement = {
  id: string;
  lines: readonly Movement[];
  /** Its first and last day, where the bank says them. */
  days?: readonly [from: string, to: string];
  opening?: Cents;
};

export const ourAccount = 'NL71VIER0123456789';

/** A text as the bytes of a file. */
export const bytesOf = (text: string) => new TextEncoder().encode(text);

/** A statement file as a bank makes it (CAMT.053 version 08), whose amounts add up. */
export function camtOf(...statements: TestStatement[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">
<BkToCstmrStmt>
<GrpHdr><MsgId>BANK-${statements.map(({ id }) => id).join('-')}</MsgId></GrpHdr>
${statements.map(statementOf).join('\n')}
</BkToCstmrStmt>
</Document>`;
}

function statementOf({ id, lines, days, opening = 1_000_000_00n as Cents }: TestStatement): string {
  const [from, to] = days ?? [];
  const closing = sum([opening, ...lines.map(({ cents }) => cents)]);
  return `<Stmt>
<Id>${id}</Id>${from && to ? tag('FrToDt', tag('FrDtTm', `${from}T00:00:00`) + tag('ToDtTm', `${to}T23:59:59`)) : ''}
<Acct><Id><IBAN>${ourAccount}</IBAN></Id></Acct>
${balance('OPBD', opening)}
${balance('CLBD', closing)}
${lines.map(entry).join('\n')}
</Stmt>`;
}

const amount = (cents: bigint) =>
  `<Amt Ccy="EUR">${decimalOf((cents < 0n ? -cents : cents) as Cents)}</Amt><CdtDbtInd>${cents < 0n ? 'DBIT' : 'CRDT'}</CdtDbtInd>`;

const balance = (kind: string, cents: Cents) =>
  `<Bal><Tp><CdOrPrtry><Cd>${kind}</Cd></CdOrPrtry></Tp>${amount(cents)}</Bal>`;

const tag = (name: string, value: string | undefined) => (value ? `<${name}>${value}</${name}>` : '');

function entry({ cents, on, endToEndId, batchId, text, iban, reason }: Movement): string {
  const batch = batchId ? `<Btch><PmtInfId>${batchId}</PmtInfId></Btch>` : '';
  const refs = tag('Refs', tag('EndToEndId', endToEndId));
  const back = reason ? `<RtrInf><Rsn><Cd>${reason}</Cd></Rsn></RtrInf>` : '';
  const from = iban
    ? `<RltdPties><Dbtr><Nm>Afzender</Nm></Dbtr><DbtrAcct><Id><IBAN>${iban}</IBAN></Id></DbtrAcct></RltdPties>`
    : '';
  const detail = batch ? '' : `<TxDtls>${refs}${from}${tag('RmtInf', tag('Ustrd', text))}${back}</TxDtls>`;
  return `<Ntry>${amount(cents)}<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>${on}</Dt></BookgDt><NtryDtls>${batch}${detail}</NtryDtls></Ntry>`;
}
