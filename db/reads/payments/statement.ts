import { and, asc, desc, eq, getTableColumns, inArray, sql } from 'drizzle-orm';
import { cents } from '~/domain/money/cents';
import { type Queryable } from '../../client';
import {
  account,
  area,
  bankFile,
  bankLine,
  bankMatch,
  bankStatement,
  initiative,
  journal,
  journalEntry,
  paymentBatch,
  paymentBooking,
  paymentLine,
  person,
  pool,
  posting,
  source,
} from '../../schema';
import { readPage } from '../page';
import { bookedPerLine, holds, openLines, restOf } from './bank';
import { twinsOf } from './double';

function statements(db: Queryable) {
  return db
    .select({
      id: bankStatement.id,
      iban: bankStatement.iban,
      statementId: bankStatement.statementId,
      number: bankStatement.number,
      fromOn: bankStatement.fromOn,
      toOn: bankStatement.toOn,
      openingCents: bankStatement.openingCents,
      closingCents: bankStatement.closingCents,
      otherAccounts: bankFile.otherAccounts,
      uploadedAt: bankFile.uploadedAt,
      uploader: person.name,
      lines: sql<number>`(select count(*)::int from bank_line l where l.statement_id = ${bankStatement.id})`,
      open: openLines,
    })
    .from(bankStatement)
    .innerJoin(bankFile, eq(bankFile.id, bankStatement.fileId))
    .innerJoin(person, eq(person.id, bankFile.uploadedBy))
    .$dynamic();
}

/** A bank statement that was read, with how many of its lines nobody has explained yet; cents. */
export type StatementRow = Awaited<ReturnType<typeof statements>>[number];

/** The statements that were read, newest first, 25 a page. */
export function statementList(db: Queryable, page: number) {
  return readPage({ page, size: 25 }, db.$count(bankStatement), (limit, offset) =>
    statements(db).orderBy(desc(bankFile.uploadedAt), asc(bankStatement.seq)).limit(limit).offset(offset),
  );
}

/** One statement that was read. */
export async function statementById(db: Queryable, id: string): Promise<StatementRow | undefined> {
  const [found] = await statements(db).where(eq(bankStatement.id, id));
  return found;
}

/** Whether the statements of a file are kept. */
export async function isFileKept(db: Queryable, fileId: string): Promise<boolean> {
  return (await db.$count(bankStatement, eq(bankStatement.fileId, fileId))) > 0;
}

/** The statements of one file, in the order in which they stand in it. */
export function statementsOfFile(db: Queryable, fileId: string) {
  return statements(db).where(eq(bankStatement.fileId, fileId)).orderBy(asc(bankStatement.seq));
}

/** So many lines of a file after the first `done`, statement after statement. */
export async function linesOfFile(
  db: Queryable,
  fileId: string,
  { done, most }: { done: number; most: number },
) {
  const rows = await db
    .select({ line: bankLine })
    .from(bankLine)
    .innerJoin(bankStatement, eq(bankStatement.id, bankLine.statementId))
    .where(eq(bankStatement.fileId, fileId))
    .orderBy(asc(bankStatement.seq), asc(bankLine.position))
    .limit(most)
    .offset(done);
  return rows.map(({ line }) => line);
}

/** The statement with these days, number and balances, and just these lines, whatever the bank calls it. */
export async function sameStatement(
  db: Queryable,
  { iban, number, fromOn, toOn, openingCents, closingCents }: typeof bankStatement.$inferInsert,
  lines: readonly Figures[],
): Promise<string | undefined> {
  if (!toOn) return undefined;
  const alike = await db
    .select({ id: bankStatement.id, statementId: bankStatement.statementId })
    .from(bankStatement)
    .where(
      and(
        eq(bankStatement.iban, iban),
        eq(bankStatement.toOn, toOn),
        sql`${bankStatement.fromOn} is not distinct from ${fromOn}`,
        sql`${bankStatement.number} is not distinct from ${number}`,
        eq(bankStatement.openingCents, openingCents),
        eq(bankStatement.closingCents, closingCents),
      ),
    );
  for (const { id, statementId } of alike) {
    const { bookedOn, cents, text, endToEndId, counterIban } = bankLine;
    const theirs = await db
      .select({ bookedOn, cents, text, endToEndId, counterIban })
      .from(bankLine)
      .where(eq(bankLine.statementId, id))
      .orderBy(asc(bankLine.position));
    if (figuresOf(theirs) === figuresOf(lines)) return statementId;
  }
  return undefined;
}

type Figures = Pick<
  typeof bankLine.$inferSelect,
  'bookedOn' | 'cents' | 'text' | 'endToEndId' | 'counterIban'
>;

const figuresOf = (lines: readonly Figures[]) =>
  JSON.stringify(
    lines.map((line) => [line.bookedOn, `${line.cents}`, line.text, line.endToEndId, line.counterIban]),
  );

/** What a line turned out to be: with the payment it tells of, or the entry it became, and where that stands. */
export type LineMatch = Awaited<ReturnType<typeof matchesOf>>[number];

/**
 * A page of the lines of a statement in order, all or only those that nobody explained, each with what it turned out to
 * be, and where the same movement stands already; 50 a page. Holds account numbers: for finance people.
 */
export async function statementLines(
  db: Queryable,
  statementId: string,
  { openOnly, page }: { openOnly: boolean; page: number },
) {
  const own = bookedPerLine(sql`select own.id from bank_line own where own.statement_id = ${statementId}`);
  const rest = restOf(sql`${bankLine}`);
  const wanted = db
    .select({ ...getTableColumns(bankLine), rest: rest.mapWith(BigInt).as('rest') })
    .from(bankLine)
    .leftJoin(sql`(${own}) booked`, sql`booked.line_id = ${bankLine.id}`)
    .where(and(eq(bankLine.statementId, statementId), openOnly ? sql`${rest} <> 0` : undefined))
    .as('wanted');
  const lines = await readPage({ page, size: 50 }, db.$count(wanted), (limit, offset) =>
    db.select().from(wanted).orderBy(asc(wanted.position)).limit(limit).offset(offset),
  );
  const ids = lines.rows.map(({ id }) => id);
  const matches = await matchesOf(db, ids);
  const elsewhere = await placesOf(db, ids);
  const rows = lines.rows.map((line) => {
    const own = matches.filter(({ lineId }) => lineId === line.id);
    const isOther = own.length > 0 && own[0]?.kind !== 'double';
    return {
      ...line,
      rest: cents(line.rest),
      matches: own,
      elsewhere: isOther ? null : (elsewhere.get(line.id) ?? null),
    };
  });
  return { ...lines, rows };
}

/** On which statement a line stands, and what it turned out to be there; null when nobody knows. */
export type LinePlace = { statement: { id: string; statementId: string }; match: LineMatch | null };

/** Where the same movement as each of these lines stands, on a statement that was read before. */
async function placesOf(db: Queryable, lineIds: readonly string[]): Promise<Map<string, LinePlace>> {
  const twins = await twinsOf(db, lineIds);
  const matches = await matchesOf(
    db,
    [...twins.values()].map(({ lineId }) => lineId),
  );
  return new Map(
    [...twins].map(([id, { lineId, statement }]) => [
      id,
      { statement, match: matches.find((match) => match.lineId === lineId) ?? null },
    ]),
  );
}

function matchesOf(db: Queryable, lineIds: readonly string[]) {
  const entryId = sql`coalesce(${bankMatch.entryId}, ${paymentBooking.entryId})`;
  const { id, number, title } = initiative;
  const placed = db
    .select({
      sourceCode: sql<string | null>`min(${source.code})`.as('source_code'),
      sourceName: sql<string | null>`min(${source.name})`.as('source_name'),
      initiativeId: sql<string | null>`min(${account.initiativeId}::text)::uuid`.as('of_initiative'),
      year: sql<number | null>`min(${pool.year})`.as('of_year'),
    })
    .from(posting)
    .innerJoin(source, eq(source.id, posting.sourceId))
    .innerJoin(account, eq(account.id, posting.accountId))
    .leftJoin(pool, eq(pool.id, account.poolId))
    .where(eq(posting.entryId, entryId))
    .as('placed');
  return db
    .select({
      lineId: bankMatch.lineId,
      kind: bankMatch.kind,
      reason: bankMatch.reason,
      batch: paymentBatch.number,
      source: { code: placed.sourceCode, name: placed.sourceName },
      initiative: { number, title },
      entry: { number: journalEntry.number, wijk: area.slug, year: placed.year },
    })
    .from(bankMatch)
    .leftJoin(paymentLine, eq(paymentLine.id, bankMatch.paymentLineId))
    .leftJoin(paymentBatch, eq(paymentBatch.id, paymentLine.batchId))
    .leftJoin(paymentBooking, eq(paymentBooking.lineId, paymentLine.id))
    .leftJoin(journalEntry, eq(journalEntry.id, entryId))
    .leftJoin(journal, eq(journal.id, journalEntry.journalId))
    .leftJoin(area, eq(area.id, journal.areaId))
    .leftJoinLateral(placed, sql`true`)
    .leftJoin(initiative, eq(id, placed.initiativeId))
    .where(and(inArray(bankMatch.lineId, [...lineIds]), holds))
    .orderBy(asc(paymentLine.position), asc(bankMatch.matchedAt));
}
