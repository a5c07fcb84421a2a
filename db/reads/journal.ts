import { and, asc, countDistinct, desc, eq, gte, inArray, ne, or, sql } from 'drizzle-orm';
import { type Leg } from '~/domain/ledger/posting';
import { type Queryable } from '../client';
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
} from '../schema';

const pageSize = 25;

const entryColumns = {
  entryId: journalEntry.id,
  number: journalEntry.number,
  kind: journalEntry.kind,
  effectiveOn: journalEntry.effectiveOn,
  bookedAt: journalEntry.bookedAt,
  reason: journalEntry.reason,
  reversesId: journalEntry.reversesId,
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
 * The postings on a pool's own accounts: the drill-down of a wijk's figures. Whole entries, newest first, 25 a page from
 * page 1; `total` counts the entries.
 */
export async function entriesOfPool(
  db: Queryable,
  poolId: string,
  page: number,
): Promise<{ rows: PostingRow[]; total: number; pages: number }> {
  const ofPool = eq(account.poolId, poolId);
  const [counted] = await db
    .select({ total: countDistinct(posting.entryId) })
    .from(posting)
    .innerJoin(account, eq(account.id, posting.accountId))
    .where(ofPool);
  const total = counted?.total ?? 0;
  const onPage = db
    .selectDistinct({ id: posting.entryId })
    .from(posting)
    .innerJoin(account, eq(account.id, posting.accountId))
    .where(ofPool)
    .orderBy(desc(posting.entryId))
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  const rows = await postings(db)
    .where(and(ofPool, inArray(posting.entryId, onPage)))
    .orderBy(desc(posting.entryId), asc(posting.line));
  return { rows, total, pages: Math.max(1, Math.ceil(total / pageSize)) };
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
 * Every entry that moved money of one initiative, newest first, with all its lines; of a year end, which moves the money of
 * a whole pool, only the initiative's own.
 */
export function entriesOfInitiative(db: Queryable, initiativeId: string) {
  const own = eq(account.initiativeId, initiativeId);
  const entries = db
    .selectDistinct({ id: posting.entryId })
    .from(posting)
    .innerJoin(account, eq(account.id, posting.accountId))
    .where(own);
  return postings(db)
    .where(and(inArray(posting.entryId, entries), or(own, ne(journalEntry.kind, 'yearEnd'))))
    .orderBy(desc(posting.entryId), asc(posting.line));
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
