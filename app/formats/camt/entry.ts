import { calendarDate, type CalendarDate, calendarDateIn } from '~/domain/calendar';
import { type Cents, negate, sum } from '~/domain/money/cents';
import { parseDecimal } from '~/domain/money/decimal';
import { assertWithin, windows } from '~/domain/windows';
import { ibanIn } from '~/formats/iban';
import { at, attribute, children, type Place, refuse, textAt } from './xml';

/** One movement on an account, as the bank booked it. */
export type StatementLine = {
  /** Its place among the lines of its statement, from 1. */
  position: number;
  bookedOn: CalendarDate;
  /** Positive into the account, negative out of it; never zero. */
  cents: Cents;
  /** What the payer gave this payment to be known by; null if nothing. */
  endToEndId: string | null;
  /** For money going out: the payment information or message it was ordered with. */
  batchId: string | null;
  counterName: string | null;
  /** The electronic IBAN of the other account; null where the bank gives none that is right. */
  counterIban: string | null;
  /** What the payer wrote; else what the bank says about it; may be empty. */
  text: string;
  /** Why a payment came back: an ISO code (AC04), the bank's words, or 'NOTPROVIDED'; null if it did not come back. */
  returnReason: string | null;
  bankReference: string | null;
};

/** One payment of a booking as the bank tells it, and the batch around it; undefined where it tells nothing. */
type Part = { detail: unknown; batch: unknown };

/** The lines of one booking, still without their position. Throws 'statementInvalid'. */
export function readEntry(entry: unknown, ownIban: string, place: Place): Omit<StatementLine, 'position'>[] {
  const total = signedAmount(entry, place);
  const bookedOn =
    dateAt(at(entry, 'BookgDt'), place) ?? dateAt(at(entry, 'ValDt'), place) ?? refuse(place, 'dateInvalid');
  const parts = partsOf(entry);
  const whole = parts.length === 1 ? total : null;
  const priced = parts.map((part) => ({ ...part, cents: partAmount(part.detail, entry, whole, place) }));
  if (sum(priced.map(({ cents }) => cents)) !== total) refuse(place, 'detailsUnequal');
  const lines = priced.map((part) => ({
    bookedOn,
    cents: part.cents,
    ...identity(part, entry),
    ...counterparty(part, ownIban),
  }));
  // A booking of nothing is an announcement of the bank.
  return lines.filter(({ cents }) => cents !== 0n);
}

/** The amount of a balance or booking with its direction: positive is money of the account holder, or coming in. */
export function signedAmount(node: unknown, place: Place): Cents {
  return directed(euros(at(node, 'Amt'), place), textAt(node, 'CdtDbtInd'), place);
}

/** The day that the bank writes, with or without a time; one in UTC is turned into the day in Amsterdam. Null if none. */
export function dateOf(text: string | null, place: Place): CalendarDate | null {
  if (text === null) return null;
  try {
    const written = calendarDate(text.replace(/T.*|(?:Z|[+-]\d\d:\d\d)$/, ''));
    assertWithin(windows.other, written);
    return text.includes('T') && text.endsWith('Z') ? calendarDateIn(new Date(text)) : written;
  } catch {
    return refuse(place, 'dateInvalid');
  }
}

/** The day in a node that says it as a date or as a moment. Null if it does not. */
export function dateAt(node: unknown, place: Place): CalendarDate | null {
  return dateOf(textAt(node, 'Dt') ?? textAt(node, 'DtTm'), place);
}

/** A booking is of one payment or of many; a bank may keep the payments of a batch to itself. */
function partsOf(entry: unknown): Part[] {
  const groups = children(entry, 'NtryDtls');
  const parts = groups.flatMap((group) =>
    children(group, 'TxDtls').map((detail) => ({ detail, batch: at(group, 'Btch') })),
  );
  return parts.length > 0 ? parts : [{ detail: undefined, batch: at(groups[0], 'Btch') }];
}

/** `whole` is the amount of the booking where this is its only part. */
function partAmount(detail: unknown, entry: unknown, whole: Cents | null, place: Place): Cents {
  const amounts = [at(detail, 'Amt'), at(detail, 'AmtDtls', 'TxAmt', 'Amt')];
  // What was ordered may be more than what arrived; it tells how a whole is divided, not what the whole is.
  if (whole === null) amounts.push(at(detail, 'AmtDtls', 'InstdAmt', 'Amt'));
  const inEuro = amounts.find((amount) => attribute(amount, 'Ccy') === 'EUR');
  if (inEuro === undefined) return whole ?? refuse(place, 'detailAmountMissing');
  return directed(euros(inEuro, place), textAt(detail, 'CdtDbtInd') ?? textAt(entry, 'CdtDbtInd'), place);
}

function euros(amount: unknown, place: Place): Cents {
  const text = textAt(amount) ?? refuse(place, 'amountInvalid');
  if (attribute(amount, 'Ccy') !== 'EUR') refuse(place, 'currencyNotEuro');
  try {
    return parseDecimal(text);
  } catch {
    return refuse(place, 'amountInvalid');
  }
}

function directed(amount: Cents, direction: string | null, place: Place): Cents {
  if (direction === 'CRDT') return amount;
  return direction === 'DBIT' ? negate(amount) : refuse(place, 'directionInvalid');
}

function identity({ detail, batch, cents }: Part & { cents: Cents }, entry: unknown) {
  const refs = at(detail, 'Refs');
  const endToEndId = textAt(refs, 'EndToEndId');
  const batchId =
    textAt(refs, 'PmtInfId') ?? textAt(batch, 'PmtInfId') ?? textAt(refs, 'MsgId') ?? textAt(batch, 'MsgId');
  return {
    endToEndId: endToEndId === 'NOTPROVIDED' ? null : endToEndId,
    batchId: cents < 0n ? batchId : null,
    text: textOf(detail) || textAt(detail, 'AddtlTxInf') || textAt(entry, 'AddtlNtryInf') || '',
    returnReason: returnReason(detail, entry),
    bankReference: textAt(refs, 'AcctSvcrRef') ?? textAt(entry, 'AcctSvcrRef'),
  };
}

function textOf(detail: unknown): string {
  const remittance = at(detail, 'RmtInf');
  const references = children(remittance, 'Strd').map((part) => textAt(part, 'CdtrRefInf', 'Ref'));
  const unstructured = children(remittance, 'Ustrd').map((part) => textAt(part));
  return [...unstructured, ...references].filter((part) => part !== null).join(' ');
}

function returnReason(detail: unknown, entry: unknown): string | null {
  const info = at(detail, 'RtrInf');
  const reversed = ['true', '1'].includes(textAt(entry, 'RvslInd') ?? '');
  if (info === undefined && !reversed) return null;
  const code = textAt(info, 'Rsn', 'Cd') ?? textAt(info, 'Rsn', 'Prtry');
  return code ?? textAt(info, 'AddtlInf') ?? 'NOTPROVIDED';
}

/** The other party. Banks name the parties of a returned payment in either order, so never the account itself. */
function counterparty({ detail, cents }: Part & { cents: Cents }, ownIban: string) {
  const parties = at(detail, 'RltdPties');
  const party = (role: 'Dbtr' | 'Cdtr') => ({
    counterName: textAt(parties, role, 'Nm') ?? textAt(parties, role, 'Pty', 'Nm'),
    counterIban: ibanIn(textAt(parties, `${role}Acct`, 'Id', 'IBAN') ?? ''),
  });
  const [likely, other] = cents > 0n ? [party('Dbtr'), party('Cdtr')] : [party('Cdtr'), party('Dbtr')];
  const isKnown = ({ counterIban }: typeof likely) => counterIban !== null && counterIban !== ownIban;
  if (isKnown(likely)) return likely;
  if (isKnown(other)) return other;
  return likely.counterIban === ownIban ? { counterName: null, counterIban: null } : likely;
}
