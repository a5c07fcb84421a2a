import { XMLBuilder } from 'fast-xml-parser';
import { type CalendarDate } from '~/domain/calendar';
import { type Cents, sum } from '~/domain/money/cents';
import { decimalOf } from '~/domain/money/decimal';
import { isSepaReference, sepaText } from '~/domain/money/sepa';

/** Payments to order together. IBANs are electronic (`readIban`); references travel as they are, names as SEPA text. */
export type PainBatch = {
  messageId: string;
  createdAt: Date;
  executeOn: CalendarDate;
  debtor: { name: string; iban: string };
  lines: readonly PainLine[];
};

export type PainLine = { endToEndId: string; cents: Cents; name: string; iban: string; text: string };

/** The most that one SEPA transfer takes: € 999.999.999,99. */
const maxTransfer = 99_999_999_999n;
const maxName = 70;
const maxText = 140;

const builder = new XMLBuilder({ ignoreAttributes: false, format: true });

/**
 * A payment order for the bank: pain.001.001.09 of ISO 20022 (domain.md §6), one order for the whole batch, booked per
 * payment so that each one returns on the statement by its end-to-end id. Throws RangeError for what no bank takes: no
 * lines, an amount of zero, less or too much, a reference of other signs or used twice.
 */
export function painOf(batch: PainBatch): string {
  check(batch);
  const totals = {
    NbOfTxs: batch.lines.length,
    CtrlSum: decimalOf(sum(batch.lines.map(({ cents }) => cents))),
  };
  // Keys stand in the order of the schema: there every element has its place.
  const initiation = {
    GrpHdr: {
      MsgId: batch.messageId,
      CreDtTm: batch.createdAt.toISOString().replace(/\.\d+/, ''),
      ...totals,
      InitgPty: { Nm: nameOf(batch.debtor.name) },
    },
    PmtInf: {
      PmtInfId: batch.messageId,
      PmtMtd: 'TRF',
      BtchBookg: 'false',
      ...totals,
      PmtTpInf: { SvcLvl: { Cd: 'SEPA' } },
      ReqdExctnDt: { Dt: batch.executeOn },
      Dbtr: { Nm: nameOf(batch.debtor.name) },
      DbtrAcct: { Id: { IBAN: batch.debtor.iban } },
      DbtrAgt: { FinInstnId: { Othr: { Id: 'NOTPROVIDED' } } },
      ChrgBr: 'SLEV',
      CdtTrfTxInf: batch.lines.map(transfer),
    },
  };
  return builder.build({
    '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' },
    Document: {
      '@_xmlns': 'urn:iso:std:iso:20022:tech:xsd:pain.001.001.09',
      CstmrCdtTrfInitn: initiation,
    },
  });
}

function transfer({ endToEndId, cents, name, iban, text }: PainLine) {
  const remittance = sepaText(text, maxText);
  return {
    PmtId: { EndToEndId: endToEndId },
    Amt: { InstdAmt: { '@_Ccy': 'EUR', '#text': decimalOf(cents) } },
    Cdtr: { Nm: nameOf(name) },
    CdtrAcct: { Id: { IBAN: iban } },
    ...(remittance && { RmtInf: { Ustrd: remittance } }),
  };
}

function nameOf(name: string): string {
  return sepaText(name, maxName) || 'NOTPROVIDED';
}

function check({ messageId, lines }: PainBatch): void {
  const references = lines.map(({ endToEndId }) => endToEndId);
  const wrong = [messageId, ...references].find((reference) => !isSepaReference(reference));
  if (wrong !== undefined) throw new RangeError(`not a reference for a bank: ${wrong}`);
  if (lines.length === 0) throw new RangeError('a batch without payments');
  if (new Set(references).size < lines.length) throw new RangeError('an end-to-end id is used twice');
  if (lines.some(({ cents }) => cents <= 0n || cents > maxTransfer))
    throw new RangeError('an amount no bank takes');
}
