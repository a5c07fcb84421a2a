import { and, asc, countDistinct, desc, eq, gte, inArray, ne, or, type SQL, sql } from 'drizzle-orm';
import { type Leg } from '~/domain/ledger/posting';
import { type Paged } from '~/domain/paging';
import { negate } from '~/domain/money/cents';
import { type Queryable } from '../../client';
import {
  account,
  area,
  body,
  decision,
  initiative,
  journal,
  journalEntry,
  pool,
  posting,
  source,
} from '../../schema';
import { readPage } from '../page';

const pageSize = 25;

const entryColumns = {
  entryId: journalEntry.id,
  number: journalEntry.number,
  kind: journalEntry.kind,
  effectiveOn: journalEntry.effectiveOn,
  bookedAt: journalEntry.bookedAt,
  reason: journalEntry.reason,
  reversesId: journalEntry.reversesId,
  /** Whether a later entry took it back. */
  reversed: sql<boolean>`exists (select 1 from journal_entry r where r.reverses_id = ${journalEntry.id})`,
};

const postingColumns = {
  line: posting.line,
  account: account.kind,
  accountCode: account.code,
  source: { id: source.id, code: source.code, name: source.name, kolom: source.kolom },
  cents: posting.cents,
  balanceAfter: posting.balanceAfter,
  initiative: { id: initiative.id, number: initiative.number, title: initiative.title },
  decision: { id: decision.id, year: decision.year, number: decision.number },
  council: body.name,
};

/** Every posting with all that belongs to it; the caller adds which ones and in what order. */
function postings(db: Queryable) {
  return db
    .select({ ...entryColumns, ...postingColumns, journal: journal.code, wijk: area.name, year: pool.year })
    .from(posting)
    .innerJoin(journalEntry, eq(journalEntry.id, posting.entryId))
    .innerJoin(journal, eq(journal.id, journalEntry.journalId))
    .innerJoin(account, eq(account.id, posting.accountId))
    .innerJoin(source, eq(source.id, posting.sourceId))
    .leftJoin(area, eq(area.id, journal.areaId))
    .leftJoin(pool, eq(pool.id, account.poolId))
    .leftJoin(initiative, eq(initiative.id, account.initiativeId))
    .leftJoin(decision, eq(decision.id, journalEntry.decisionId))
    .leftJoin(body, eq(body.id, decision.bodyId))
    .$dynamic();
}

/** One posting as a page or an export shows it; cents, debit positive. */
export type PostingRow = Awaited<ReturnType<typeof postingsOfPool>>[number];

/**
 * The postings on a pool's own accounts: the drill-down of a wijk's figures. Whole entries, newest first, 25 a page; `total`
 * counts the entries.
 */
export function entriesOfPool(db: Queryable, poolId: string, page: number): Promise<Paged<PostingRow>> {
  return entriesPage(db, eq(account.poolId, poolId), page);
}

/** A page of the entries that have a posting where `own` holds; of each those postings, and what `beside` lets in. */
async function entriesPage(
  db: Queryable,
  own: SQL,
  page: number,
  beside: SQL | undefined = sql`false`,
): Promise<Paged<PostingRow>> {
  const entries = db
    .selectDistinct({ id: posting.entryId })
    .from(posting)
    .innerJoin(account, eq(account.id, posting.accountId))
    .where(own);
  return readPage({ page, size: pageSize }, db.$count(entries.as('entries')), (limit, offset) =>
    postings(db)
      .where(
        and(
          inArray(posting.entryId, entries.orderBy(desc(posting.entryId)).limit(limit).offset(offset)),
          or(own, beside),
        ),
      )
      .orderBy(desc(posting.entryId), asc(posting.line)),
  );
}

/** The page of `entriesOfPool` on which the entry with this number stands; null when the pool has no such entry. */
export async function pageOfEntry(db: Queryable, poolId: string, number: number): Promise<number | null> {
  const [counted] = await db
    .select({
      place: countDistinct(posting.entryId),
      there: sql<boolean>`coalesce(bool_or(${journalEntry.number} = ${number}), false)`,
    })
    .from(posting)
    .innerJoin(account, eq(account.id, posting.accountId))
    .innerJoin(journalEntry, eq(journalEntry.id, posting.entryId))
    .where(and(eq(account.poolId, poolId), gte(journalEntry.number, number)));
  return counted?.there ? Math.ceil(counted.place / pageSize) : null;
}

/** Every posting on a pool's own accounts, oldest first. */
export function postingsOfPool(db: Queryable, poolId: string) {
  return postings(db).where(eq(account.poolId, poolId)).orderBy(asc(posting.entryId), asc(posting.line));
}

/**
 * The entries that moved money of one initiative, newest first, 25 a page, with all their lines; of a year end, which moves
 * the money of a whole pool, only the initiative's own.
 */
export function entriesOfInitiative(
  db: Queryable,
  initiativeId: string,
  page: number,
): Promise<Paged<PostingRow>> {
  return entriesPage(db, eq(account.initiativeId, initiativeId), page, ne(journalEntry.kind, 'yearEnd'));
}

/** What the grant of an initiative took from each source, in cents. */
export async function grantedPerSource(db: Queryable, initiativeId: string) {
  const { id, code, name, kolom } = source;
  const rows = await db
    .select({ source: { id, code, name, kolom }, posted: posting.cents })
    .from(posting)
    .innerJoin(account, and(eq(account.id, posting.accountId), eq(account.kind, 'committed')))
    .innerJoin(journalEntry, and(eq(journalEntry.id, posting.entryId), eq(journalEntry.kind, 'grant')))
    .innerJoin(source, eq(source.id, posting.sourceId))
    .where(eq(account.initiativeId, initiativeId))
    .orderBy(desc(posting.entryId), asc(posting.line));
  return rows.map(({ source: from, posted }) => ({ ...from, granted: negate(posted) }));
}

/** Whether an entry was booked under this idempotency key. */
export async function keyWasBooked(db: Queryable, key: string): Promise<boolean> {
  const { id, idempotencyKey } = journalEntry;
  const found = await db.select({ id }).from(journalEntry).where(eq(idempotencyKey, key));
  return found.length > 0;
}

/** An entry with its legs as the domain knows them, to reverse it. */
export async function entryWithLegs(db: Queryable, entryId: bigint) {
  const [entry] = await db
    .select({ kind: journalEntry.kind, areaId: journal.areaId })
    .from(journalEntry)
    .innerJoin(journal, eq(journal.id, journalEntry.journalId))
    .where(eq(journalEntry.id, entryId));
  if (!entry) return undefined;
  const rows = await db
    .select({
      kind: account.kind,
      code: account.code,
      subjectId: account.initiativeId,
      detail: account.detail,
      areaId: pool.areaId,
      year: pool.year,
      sourceId: posting.sourceId,
      cents: posting.cents,
      taskField: posting.taskField,
    })
    .from(posting)
    .innerJoin(account, eq(account.id, posting.accountId))
    .leftJoin(pool, eq(pool.id, account.poolId))
    .where(eq(posting.entryId, entryId))
    .orderBy(asc(posting.line));
  const legs = rows.map(({ areaId, year, sourceId, cents, taskField: _taskField, ...of }): Leg => {
    const pooled = areaId !== null && year !== null ? { areaId, year } : null;
    return { account: { ...of, pool: pooled }, sourceId, cents };
  });
  return { ...entry, taskField: rows[0]?.taskField, legs };
}
