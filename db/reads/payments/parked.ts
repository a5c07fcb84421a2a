import { and, asc, count, desc, eq, isNotNull, sql } from 'drizzle-orm';
import { accounts } from '~/domain/ledger/accounts';
import { cents, type Cents } from '~/domain/money/cents';
import { type RefundKind } from '~/domain/money/refund';
import { type Queryable } from '../../client';
import { account, balance, bankLine, bankMatch, bankStatement, posting, source } from '../../schema';
import { readPage } from '../page';
import { holds, matchHolds } from './bank';

/** That the money of a match stands on a list, or was sent back by one and did not return. */
const sentBack = sql`exists (select 1 from payment_line p
  left join payment_verdict v on v.batch_id = p.batch_id left join payment_booking b on b.line_id = p.id
  where p.refund = 'sender' and p.came_by_id = ${bankMatch.lineId} and v.verdict is distinct from 'withdrawn'
    and not exists (select 1 from journal_entry r where r.reverses_id = b.entry_id))`;

/** That money on the movement of a match got no destination. */
const unassigned = sql`not exists (
  select 1 from bank_match m where m.line_id = ${bankMatch.lineId} and m.kind = 'assigned' and ${matchHolds})`;

function parked(db: Queryable) {
  return db
    .select({
      matchId: bankMatch.id,
      lineId: bankLine.id,
      kind: bankMatch.kind,
      reason: bankMatch.reason,
      matchedBy: bankMatch.matchedBy,
      matchedAt: bankMatch.matchedAt,
      bookedOn: bankLine.bookedOn,
      counterName: bankLine.counterName,
      counterIban: bankLine.counterIban,
      text: bankLine.text,
      statement: { id: bankStatement.id, name: bankStatement.statementId },
      source: { id: source.id, code: source.code, name: source.name },
      cents: posting.cents,
    })
    .from(bankMatch)
    .innerJoin(bankLine, eq(bankLine.id, bankMatch.lineId))
    .innerJoin(bankStatement, eq(bankStatement.id, bankLine.statementId))
    .innerJoin(posting, eq(posting.entryId, bankMatch.entryId))
    .innerJoin(account, and(eq(account.id, posting.accountId), eq(account.kind, 'bank')))
    .innerJoin(source, eq(source.id, posting.sourceId))
    .$dynamic();
}

/** Money of a movement that is set apart: how much in cents, under which source, and why; below zero it went out. */
export type Parked = Awaited<ReturnType<typeof parkedPage>>['rows'][number];

const setApart = sql`${bankMatch.kind} in ('parked', 'notOurs') and ${holds}`;
const waits = sql`${setApart} and ${unassigned} and not ${sentBack}`;

/** What is set apart and has no end yet, the oldest first, 25 a page. */
export function parkedPage(db: Queryable, page: number) {
  return readPage({ page, size: 25 }, countParked(db), (limit, offset) =>
    parked(db).where(waits).orderBy(asc(bankLine.bookedOn), asc(bankLine.id)).limit(limit).offset(offset),
  );
}

/** How many movements are set apart and have no end yet. */
export async function countParked(db: Queryable): Promise<number> {
  const [found] = await db.select({ count: count() }).from(bankMatch).where(waits);
  return found?.count ?? 0;
}

/** What of one movement is set apart and has no end yet. */
export async function parkedOf(db: Queryable, lineId: string): Promise<Parked | undefined> {
  const [found] = await parked(db).where(and(eq(bankLine.id, lineId), waits));
  return found;
}

/** Whether money of a movement was set apart and that was not taken back, whatever became of it. */
export async function isSetApart(db: Queryable, lineId: string): Promise<boolean> {
  return (await db.$count(bankMatch, and(eq(bankMatch.lineId, lineId), setApart))) > 0;
}

/** Whether money of a movement is set apart and got no destination, be it that a list will send it back. */
export async function isParked(db: Queryable, lineId: string): Promise<boolean> {
  return (await db.$count(bankMatch, and(eq(bankMatch.lineId, lineId), setApart, unassigned))) > 0;
}

/** Whether what an entry set apart has ended since: it got a destination or is on its way back. */
export async function hasEnded(db: Queryable, entryId: bigint): Promise<boolean> {
  const [found] = await db.select({ id: bankMatch.id }).from(bankMatch)
    .where(sql`${bankMatch.entryId} = ${entryId} and ${bankMatch.kind} in ('parked', 'notOurs')
      and not (${unassigned} and not ${sentBack})`);
  return found !== undefined;
}

/** What goes back, to which account, and the movement that came from there. */
export type Refund = {
  refund: RefundKind;
  sourceId: string;
  cameById: string;
  name: string;
  iban: string;
  cents: Cents;
};

/**
 * The rest of a source that goes back to its giver and stands on no list yet, in cents, to the account that its money last
 * came from; without an account while no statement told of such money. Undefined when nothing goes back.
 */
export async function giverRefund(db: Queryable, sourceId: string) {
  const [waits] = await db
    .select({ cents: balance.cents, funder: source.funder })
    .from(balance)
    .innerJoin(account, eq(account.id, balance.accountId))
    .innerJoin(source, eq(source.id, balance.sourceId))
    .where(and(eq(balance.sourceId, sourceId), eq(account.code, accounts.returned(sourceId).code)));
  const [listed] = await db.execute<{ cents: string }>(sql`select coalesce(sum(p.cents), 0) as cents
    from payment_line p left join payment_verdict v on v.batch_id = p.batch_id
    where p.refund = 'giver' and p.source_id = ${sourceId} and v.batch_id is null`);
  const due = cents(-(waits?.cents ?? 0n) - BigInt(listed?.cents ?? 0));
  if (!waits || due <= 0n) return undefined;
  const [from] = await db
    .select({ id: bankLine.id, name: bankLine.counterName, iban: bankLine.counterIban })
    .from(bankMatch)
    .innerJoin(bankLine, eq(bankLine.id, bankMatch.lineId))
    .innerJoin(posting, and(eq(posting.entryId, bankMatch.entryId), eq(posting.sourceId, sourceId)))
    .where(and(eq(bankMatch.kind, 'receipt'), isNotNull(bankLine.counterIban), holds))
    .orderBy(desc(bankLine.bookedOn), desc(bankLine.id))
    .limit(1);
  return { cents: due, funder: waits.funder, from: from ?? null };
}
