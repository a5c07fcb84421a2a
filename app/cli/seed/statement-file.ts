import { XMLBuilder } from 'fast-xml-parser';
import { calendarDateIn } from '~/domain/calendar';
import { type Cents, negate } from '~/domain/money/cents';
import { decimalOf } from '~/domain/money/decimal';

/** What moved on an account; positive cents came in. The other party by name and account. */
export type Movement = {
  at: Date;
  cents: Cents;
  name: string;
  iban: string;
  text: string;
  /** What a payment was ordered as: its own name, and that of its batch. */
  order?: { endToEndId: string; batch: string };
  /** Why a payment came back, as a code of ISO 20022. */
  returned?: string;
};

type Statement = {
  id: string;
  at: Date;
  iban: string;
  opening: Cents;
  closing: Cents;
  lines: readonly Movement[];
};

const builder = new XMLBuilder({ ignoreAttributes: false, format: true });

/** A statement as a bank sends it: CAMT.053 of ISO 20022, version 02, with one booking for every movement. */
export function statementFile({ id, at, iban, opening, closing, lines }: Statement): string {
  const day = calendarDateIn(at);
  const opened = calendarDateIn(lines[0]?.at ?? at);
  return builder.build({
    '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' },
    Document: {
      '@_xmlns': 'urn:iso:std:iso:20022:tech:xsd:camt.053.001.02',
      BkToCstmrStmt: {
        GrpHdr: { MsgId: `VIER-${id}`, CreDtTm: at.toISOString() },
        Stmt: {
          Id: id,
          FrToDt: { FrDtTm: `${opened}T00:00:00`, ToDtTm: `${day}T00:00:00` },
          Acct: { Id: { IBAN: iban } },
          Bal: [balance('OPBD', opening, opened), balance('CLBD', closing, day)],
          Ntry: lines.map(booking),
        },
      },
    },
  });
}

const balance = (kind: string, cents: Cents, day: string) => ({
  Tp: { CdOrPrtry: { Cd: kind } },
  ...amount(cents),
  Dt: { Dt: day },
});

const amount = (cents: Cents) => ({
  Amt: { '@_Ccy': 'EUR', '#text': decimalOf(cents < 0n ? negate(cents) : cents) },
  CdtDbtInd: cents < 0n ? 'DBIT' : 'CRDT',
});

function booking({ at, cents, name, iban, text, order, returned }: Movement) {
  const other = cents < 0n ? 'Cdtr' : 'Dbtr';
  return {
    ...amount(cents),
    Sts: 'BOOK',
    BookgDt: { Dt: calendarDateIn(at) },
    NtryDtls: {
      TxDtls: {
        ...(order && { Refs: { PmtInfId: order.batch, EndToEndId: order.endToEndId } }),
        RltdPties: { [other]: { Nm: name }, [`${other}Acct`]: { Id: { IBAN: iban } } },
        RmtInf: { Ustrd: text },
        ...(returned && { RtrInf: { Rsn: { Cd: returned } } }),
      },
    },
  };
}
