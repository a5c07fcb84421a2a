import { type CalendarDate } from '~/domain/calendar';
import { add, type Cents, sum } from '~/domain/money/cents';
import { ibanIn } from '~/formats/iban';
import { dateAt, dateOf, readEntry, signedAmount, type StatementLine } from './entry';
import { at, children, parseEntry, parseStatement, type Place, refuse, textAt } from './xml';

/** A bank statement (afschrift) of one account. Its lines bring the opening balance to the closing balance. */
export type Statement = {
  /** The file it came in: the bank's name for it. */
  messageId: string;
  /** The bank's name for this statement; it may come back in another year. */
  statementId: string;
  /** Its number among those of the account, as the bank counts them; null if it does not. */
  number: string | null;
  /** The electronic IBAN of the account. */
  iban: string;
  from: CalendarDate | null;
  /** Its last day, or else the day of its closing balance. */
  to: CalendarDate | null;
  openingCents: Cents;
  closingCents: Cents;
  currency: 'EUR';
  lines: StatementLine[];
};

/** A file of the bank: the statements of our account, and the names of the other accounts that are in it. */
export type BankFile = { statements: Statement[]; otherAccounts: string[] };

const camt053 = /^urn:iso:std:iso:20022:tech:xsd:camt\.053\.001\.(\d\d)$/;
const versions = new Set(['02', '03', '04', '05', '06', '07', '08', '13']);

/**
 * Reads a bank statement file (CAMT.053 of ISO 20022, domain.md §6): one or more statements. Only booked entries
 * count. Where `ownIban` is known, statements of other accounts are named and not looked into. Throws DomainError 'statementInvalid' (field 'file') with detail {line, what, statement, entry}: the line in
 * the file, a StatementProblem, and which statement and booking it is about, from 1 (0 for the whole around it).
 */
export function readBankFile(text: string, ownIban?: string): BankFile {
  const file: Place = { text: text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'), statement: 0, entry: 0 };
  const message = messageOf(parseStatement(file), file);
  const messageId = textAt(message, 'GrpHdr', 'MsgId') ?? refuse(file, 'idMissing');
  const nodes = children(message, 'Stmt');
  if (nodes.length === 0) refuse(file, 'noStatement');
  const seen = new Set<string>();
  const statements: Statement[] = [];
  const otherAccounts = new Set<string>();
  for (const [index, node] of nodes.entries()) {
    const place = { ...file, statement: index + 1 };
    const account = accountOf(node, place);
    if (ownIban !== undefined && account.iban !== ownIban) {
      otherAccounts.add(account.name);
      continue;
    }
    const iban = account.iban ?? refuse(place, 'ibanInvalid');
    const statement = { messageId, ...readOne(node, iban, place) };
    const name = nameOf(statement);
    if (seen.has(name)) refuse(place, 'statementTwice');
    seen.add(name);
    statements.push(statement);
  }
  return { statements, otherAccounts: [...otherAccounts] };
}

/** What tells a statement from every other; its id alone does not. */
const nameOf = ({ iban, statementId, number, from, to, openingCents, closingCents }: Statement) =>
  [iban, statementId, number, from, to, openingCents, closingCents].join(' ');

/** An account as the bank names it, and its electronic IBAN; null where that is not right. */
function accountOf(node: unknown, place: Place): { name: string; iban: string | null } {
  const id = at(node, 'Acct', 'Id');
  const name = textAt(id, 'IBAN') ?? textAt(id, 'Othr', 'Id') ?? refuse(place, 'ibanInvalid');
  return { name, iban: ibanIn(name) };
}

function messageOf(root: unknown, file: Place): unknown {
  const document = at(root, 'Document');
  const namespaces = Object.entries(Object(document)).filter(([key]) => key.startsWith('@_xmlns'));
  const version = namespaces.map(([, name]) => camt053.exec(String(name))?.[1]).find(Boolean);
  if (version === undefined) refuse(file, 'notCamt053');
  if (!versions.has(version)) refuse(file, 'versionUnknown');
  return at(document, 'BkToCstmrStmt');
}

function readOne(node: unknown, iban: string, place: Place): Omit<Statement, 'messageId'> {
  const statementId = textAt(node, 'Id') ?? refuse(place, 'idMissing');
  const opening = balance(node, ['OPBD', 'PRCD'], place);
  const closing = balance(node, ['CLBD'], place);
  const [openingCents, closingCents] = [signedAmount(opening, place), signedAmount(closing, place)];
  const lines = readLines(node, iban, place);
  if (add(openingCents, sum(lines.map(({ cents }) => cents))) !== closingCents)
    refuse(place, 'balanceUnequal');
  return {
    statementId,
    number: textAt(node, 'ElctrncSeqNb') ?? textAt(node, 'LglSeqNb'),
    iban,
    from: dateOf(textAt(node, 'FrToDt', 'FrDtTm'), place),
    to: dateOf(textAt(node, 'FrToDt', 'ToDtTm'), place) ?? dateAt(at(closing, 'Dt'), place),
    openingCents,
    closingCents,
    currency: 'EUR',
    lines,
  };
}

/** The first balance of one of these kinds; what closed the day before (PRCD) opens this one. */
function balance(node: unknown, kinds: readonly string[], place: Place): unknown {
  const kindOf = (balance: unknown) => textAt(balance, 'Tp', 'CdOrPrtry', 'Cd');
  const balances = children(node, 'Bal');
  const found = kinds.map((kind) => balances.find((balance) => kindOf(balance) === kind)).find(Boolean);
  return found ?? refuse(place, 'balanceMissing');
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
