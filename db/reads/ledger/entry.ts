import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { type EntryKind } from '~/domain/ledger/kinds';
import { type CalendarDate } from '~/domain/calendar';
import { type Queryable } from '../../client';
import { account, area, initiative, journal, journalEntry, pool, posting, source } from '../../schema';

/** One entry whole: where it stands, its lines in cents (debit positive), and the entry that took it back. */
export type WholeEntry = NonNullable<Awaited<ReturnType<typeof entryById>>>;

/** An entry by its id. */
export async function entryById(db: Queryable, entryId: bigint) {
  const [entry] = await db
    .select({
      entryId: journalEntry.id,
      number: journalEntry.number,
      kind: journalEntry.kind,
      effectiveOn: journalEntry.effectiveOn,
      reason: journalEntry.reason,
      wijk: { slug: area.slug, name: area.name },
    })
    .from(journalEntry)
    .innerJoin(journal, eq(journal.id, journalEntry.journalId))
    .leftJoin(area, eq(area.id, journal.areaId))
    .where(eq(journalEntry.id, entryId));
  if (!entry) return undefined;
  const lines = await db
    .select({
      line: posting.line,
      account: account.kind,
      cents: posting.cents,
      source: source.name,
      sourceCode: source.code,
      initiative: { number: initiative.number, title: initiative.title },
      year: pool.year,
    })
    .from(posting)
    .innerJoin(account, eq(account.id, posting.accountId))
    .innerJoin(source, eq(source.id, posting.sourceId))
    .leftJoin(initiative, eq(initiative.id, account.initiativeId))
    .leftJoin(pool, eq(pool.id, account.poolId))
    .where(eq(posting.entryId, entryId))
    .orderBy(asc(posting.line));
  return { ...entry, lines, reversedBy: await reversalOf(db, entryId) };
}

async function reversalOf(db: Queryable, entryId: bigint) {
  const [found] = await db
    .select({ entryId: journalEntry.id, number: journalEntry.number })
    .from(journalEntry)
    .where(eq(journalEntry.reversesId, entryId));
  return found ?? null;
}

/** The accounts on which taking an entry back would go past what may stand there, per source; one row each. */
const pastBounds = (entryId: bigint) => sql`
  select own.account_id, own.source_id, own.cents from (
      select account_id, source_id, sum(cents) as cents from posting where entry_id = ${entryId} group by 1, 2) own
    join balance b using (account_id, source_id)
  where b.cents - own.cents < b.min_cents or b.cents - own.cents > b.max_cents`;

/** Whether what an entry brought is used already, so that it cannot be taken back now. */
export async function isUsedUp(db: Queryable, entryId: bigint): Promise<boolean> {
  const rows = await db.execute(pastBounds(entryId));
  return rows.length > 0;
}

/** A later entry that used what an entry brought. */
export type LaterEntry = {
  entryId: bigint;
  number: number;
  kind: EntryKind;
  effectiveOn: CalendarDate;
  reason: string;
};

/** The later entries of these kinds that use up what an entry brought and still count: the newest twenty. */
export async function entriesInTheWay(
  db: Queryable,
  entryId: bigint,
  kinds: readonly EntryKind[],
): Promise<LaterEntry[]> {
  return db
    .selectDistinct({
      entryId: journalEntry.id,
      number: journalEntry.number,
      kind: journalEntry.kind,
      effectiveOn: journalEntry.effectiveOn,
      reason: journalEntry.reason,
    })
    .from(sql`(${pastBounds(entryId)}) past`)
    .innerJoin(
      posting,
      sql`${posting.accountId} = past.account_id and ${posting.sourceId} = past.source_id
        and sign(${posting.cents}) = -sign(past.cents)`,
    )
    .innerJoin(journalEntry, eq(journalEntry.id, posting.entryId))
    .where(
      and(
        inArray(journalEntry.kind, [...kinds]),
        sql`${journalEntry.id} > ${entryId} and ${journalEntry.reversesId} is null`,
        sql`not exists (select 1 from journal_entry r where r.reverses_id = ${journalEntry.id})`,
      ),
    )
    .orderBy(sql`${journalEntry.id} desc`)
    .limit(20);
}
