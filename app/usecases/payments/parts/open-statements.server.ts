import { fileText } from '#db/reads/payments/task';
import { sameStatement } from '#db/reads/payments/statement';
import { type Transaction } from '#db/client';
import { recordAct } from '#db/writes/audit/audit';
import { insertStatement } from '#db/writes/payments/bank';
import { type Booking } from '#db/writes/ledger/journal';
import { DomainError } from '~/domain/errors';
import { type BankFile, type Statement } from '~/formats/camt/read';
import { type ReadStatement } from './read-here.server';

export type Reading = {
  fileId: string;
  ownIban: string | undefined;
  newId: () => string;
  read: ReadStatement;
};

/** The statements of our own account in a file. Throws 'otherAccount' when there is none. */
export function ourStatements({ statements, otherAccounts }: BankFile): Statement[] {
  if (statements.length > 0) return statements;
  throw new DomainError('otherAccount', { field: 'file', detail: { iban: otherAccounts.join(', ') } });
}

/**
 * Keeps the statements of a file with all their lines, before any of those is booked; answers how many lines. Throws
 * 'statementInvalid', 'otherAccount', 'alreadyDone' (the same statement is there) with detail {statement}, and
 * 'dateInvalid' (a day to come) with detail {bookedOn, cents}.
 */
export async function openStatements(
  tx: Transaction,
  booking: Booking,
  { fileId, ownIban, newId, read }: Reading,
): Promise<number> {
  const text = await fileText(tx, fileId);
  if (text === undefined) throw new Error(`there is no file ${fileId}`);
  const statements = ourStatements(await read(text, ownIban));
  for (const { iban, statementId, number, from: fromOn, to: toOn, ...statement } of statements) {
    const { openingCents, closingCents, lines } = statement;
    assertPast(lines, booking);
    const id = newId();
    const row = { id, fileId, iban, statementId, number, fromOn, toOn, openingCents, closingCents };
    const same = await sameStatement(tx, row, lines);
    if (same !== undefined) throw new DomainError('alreadyDone', { detail: { statement: same } });
    await insertStatement(
      tx,
      row,
      lines.map((line) => ({ ...line, id: newId() })),
    );
    const subject = { subjectKind: 'bankStatement', subjectId: id } as const;
    await recordAct(tx, booking, { act: 'statement.import', ...subject });
  }
  return statements.reduce((count, { lines }) => count + lines.length, 0);
}

/** A day to come would open a year of the books for ever. Throws 'dateInvalid'. */
function assertPast(lines: Statement['lines'], { today }: Booking): void {
  const ahead = lines.find(({ bookedOn }) => bookedOn > today);
  if (!ahead) return;
  const { bookedOn, cents } = ahead;
  throw new DomainError('dateInvalid', { detail: { bookedOn, cents } });
}
