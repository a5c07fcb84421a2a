import { type CalendarDate } from '~/domain/calendar';
import { add, type Cents, sum } from '~/domain/money/cents';
import { ibanIn } from '~/formats/iban';
import { dateOf, readEntry, signedAmount, type StatementLine } from './entry';
import { at, children, parseEntry, parseStatement, type Place, refuse, textAt } from './xml';

/** A bank statement (afschrift) of one account. Its lines bring the opening balance to the closing balance. */
export type Statement = {
  /** The file it came in: the bank's name for it. */
  messageId: string;
  /** The bank's name for this statement; unique per account. */
  statementId: string;
  /** The electronic IBAN of the account. */
  iban: string;
  from: CalendarDate | null;
  to: CalendarDate | null;
  openingCents: Cents;
  closingCents: Cents;
  currency: 'EUR';
  lines: StatementLine[];
};

const camt053 = /^urn:iso:std:iso:20022:tech:xsd:camt\.053\.001\.(\d\d)$/;
const versions = new Set(['02', '03', '04', '05', '06', '07', '08', '13']);

/**
 * Reads a bank statement file (CAMT.053 of ISO 20022, domain.md §6): one or more statements. Only booked entries
 * count. Throws DomainError 'statementInvalid' (field 'file') with detail {line, what, statement, entry}: the line in
 * the file, a StatementProblem, and which statement and booking it is about, from 1 (0 for the whole around it).
 */
export function readStatement(text: string): Statement[] {
  const file: Place = { text: text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'), statement: 0, entry: 0 };
  const message = messageOf(parseStatement(file), file);
  const messageId = textAt(message, 'GrpHdr', 'MsgId') ?? refuse(file, 'idMissing');
  const nodes = children(message, 'Stmt');
  if (nodes.length === 0) refuse(file, 'noStatement');
  const seen = new Set<string>();
  return nodes.map((node, index) => {
    const place = { ...file, statement: index + 1 };
    const statement = { messageId, ...readOne(node, place) };
    const name = `${statement.iban} ${statement.statementId}`;
    if (seen.has(name)) refuse(place, 'statementTwice');
    seen.add(name);
    return statement;
  });
}

function messageOf(root: unknown, file: Place): unknown {
  const document = at(root, 'Document');
  const namespaces = Object.entries(Object(document)).filter(([key]) => key.startsWith('@_xmlns'));
  const version = namespaces.map(([, name]) => camt053.exec(String(name))?.[1]).find(Boolean);
  if (version === undefined) refuse(file, 'notCamt053');
  if (!versions.has(version)) refuse(file, 'versionUnknown');
  return at(document, 'BkToCstmrStmt');
}

function readOne(node: unknown, place: Place): Omit<Statement, 'messageId'> {
  const statementId = textAt(node, 'Id') ?? refuse(place, 'idMissing');
  const iban = ibanIn(textAt(node, 'Acct', 'Id', 'IBAN') ?? '') ?? refuse(place, 'ibanInvalid');
  const openingCents = balance(node, ['OPBD', 'PRCD'], place);
  const closingCents = balance(node, ['CLBD'], place);
  const lines = readLines(node, iban, place);
  if (add(openingCents, sum(lines.map(({ cents }) => cents))) !== closingCents)
    refuse(place, 'balanceUnequal');
  return {
    statementId,
    iban,
    from: dateOf(textAt(node, 'FrToDt', 'FrDtTm'), place),
    to: dateOf(textAt(node, 'FrToDt', 'ToDtTm'), place),
    openingCents,
    closingCents,
    currency: 'EUR',
    lines,
  };
}

/** The first balance of one of these kinds; what closed the day before (PRCD) opens this one. */
function balance(node: unknown, kinds: readonly string[], place: Place): Cents {
  const kindOf = (balance: unknown) => textAt(balance, 'Tp', 'CdOrPrtry', 'Cd');
  const balances = children(node, 'Bal');
  const found = kinds.map((kind) => balances.find((balance) => kindOf(balance) === kind)).find(Boolean);
  return found === undefined ? refuse(place, 'balanceMissing') : signedAmount(found, place);
}

function readLines(node: unknown, iban: string, statement: Place): StatementLine[] {
  const lines = children(node, 'Ntry').flatMap((raw, index) => {
    const place = { ...statement, entry: index + 1 };
    const entry = parseEntry(raw, place);
    const booked = (textAt(entry, 'Sts', 'Cd') ?? textAt(entry, 'Sts')) === 'BOOK';
    return booked ? readEntry(entry, iban, place) : [];
  });
  return lines.map((line, index) => ({ position: index + 1, ...line }));
}
