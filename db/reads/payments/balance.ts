import { sql } from 'drizzle-orm';
import { type CalendarDate } from '~/domain/calendar';
import { type EntryKind } from '~/domain/ledger/kinds';
import { cents, type Cents } from '~/domain/money/cents';
import { type Queryable } from '../../client';
import { readPage } from '../page';
import { bookedPerLine, matchHolds } from './bank';

/** The statements of every account in order of their days, with what the one before closed with. */
export const inOrder = sql`(select s.*, lag(s.closing_cents) over days as before_cents, lag(s.statement_id) over days as before_name,
    row_number() over days as place, row_number() over (partition by s.iban
      order by coalesce(s.to_on, s.from_on) desc, coalesce(s.from_on, s.to_on) desc, s.statement_id desc) as back
  from bank_statement s window days as (partition by s.iban
    order by coalesce(s.to_on, s.from_on), coalesce(s.from_on, s.to_on), s.statement_id))`;

/** That a statement told of the entry `e`; older books have payments that were booked before the bank told of them. */
const isTold = sql`(exists (select 1 from bank_match m where m.entry_id = e.id and ${matchHolds})
  or e.kind = 'payment' and exists (
    select 1 from payment_booking b join bank_match m on m.payment_line_id = b.line_id and m.kind = 'payment'
    where b.entry_id = e.id))`;

/**
 * Entries that moved money on the bank and that no statement told of, with how much; an entry and what took it back are not
 * among them when the bank told of neither.
 */
const untold = sql`(select e.id, e.number, e.kind, e.effective_on, e.reason, p.cents
  from journal_entry e join (select p.entry_id, sum(p.cents) as cents from posting p
      join account a on a.id = p.account_id and a.kind = 'bank' group by 1 having sum(p.cents) <> 0) p on p.entry_id = e.id
    left join journal_entry other on other.id = e.reverses_id or other.reverses_id = e.id
  where not ${isTold} and (other.id is null or exists (
    select 1 from bank_match m where m.entry_id = other.id and ${matchHolds})))`;

/** Movements that are not in the books, or not whole, with what of each is not. */
const unbooked = sql`(select l.id, l.statement_id, l.booked_on, l.cents - coalesce(booked.cents, 0) as cents
  from bank_line l left join (${bookedPerLine()}) booked on booked.line_id = l.id
  where not coalesce(booked.whole, false) and l.cents <> coalesce(booked.cents, 0))`;

const sums = sql`select
    coalesce((select sum(opening_cents) from ${inOrder} s where place = 1), 0) as opening,
    coalesce((select sum(opening_cents - before_cents) from ${inOrder} s where place > 1), 0)
      + coalesce((select sum(l.cents) from bank_line l join bank_match m on m.line_id = l.id and m.kind = 'double'), 0) as gaps,
    coalesce((select sum(closing_cents) from ${inOrder} s where back = 1), 0) as closing,
    coalesce((select sum(b.cents) from balance b join account a on a.id = b.account_id where a.kind = 'bank'), 0) as ledger,
    coalesce((select sum(cents) from ${unbooked} l), 0) as lines,
    coalesce((select sum(cents) from ${untold} e), 0) as entries`;

/** What the bank says against what the books say, each part of the difference, and what of it no part names; cents. */
export const bankDifference = sql`select *, closing - ledger as difference,
  closing - ledger - opening - gaps - lines + entries as unnamed from (${sums}) sums`;

const parts = ['opening', 'gaps', 'closing', 'ledger', 'lines', 'entries', 'difference', 'unnamed'] as const;

/** What the bank says against what the books say, and each part of the difference; cents. */
export async function bankBalance(db: Queryable): Promise<Record<(typeof parts)[number], Cents>> {
  const [found] = await db.execute<Record<(typeof parts)[number], string>>(bankDifference);
  const amounts = parts.map((part) => [part, cents(BigInt(found?.[part] ?? 0))] as const);
  return Object.fromEntries(amounts) as Record<(typeof parts)[number], Cents>;
}

/** The last statement of every account. */
export async function lastStatements(db: Queryable) {
  const rows = await db.execute<{
    id: string;
    iban: string;
    statement_id: string;
    on: CalendarDate | null;
    closing_cents: string;
  }>(sql`select id, iban, statement_id, coalesce(to_on, from_on)::text as on, closing_cents from ${inOrder} s
    where back = 1 order by iban`);
  return rows.map(({ id, iban, statement_id: name, on, closing_cents: closing }) => ({
    ...{ id, iban, name, on },
    closing: cents(BigInt(closing)),
  }));
}

/** A movement that the bank told of and that is not in the books. */
export type UnbookedLine = { statement: { id: string; name: string }; on: CalendarDate; cents: Cents };

/** The movements that are not in the books, the newest first, 25 a page. */
export function unbookedLines(db: Queryable, page: number) {
  const counted = db.execute<{ count: number }>(sql`select count(*)::int as count from ${unbooked} l`);
  const count = counted.then(([row]) => row?.count ?? 0);
  return readPage({ page, size: 25 }, count, async (limit, offset): Promise<UnbookedLine[]> => {
    const rows = await db.execute<{ id: string; name: string; on: CalendarDate; cents: string }>(sql`
      select s.id, s.statement_id as name, l.booked_on::text as on, l.cents
      from ${unbooked} l join bank_statement s on s.id = l.statement_id
      order by l.booked_on desc, l.id limit ${limit} offset ${offset}`);
    return rows.map(({ id, name, on, cents: amount }) => ({
      statement: { id, name },
      on,
      cents: cents(BigInt(amount)),
    }));
  });
}

/** An entry on the bank that no statement told of. */
export type UntoldEntry = {
  entryId: bigint;
  number: number;
  kind: EntryKind;
  on: CalendarDate;
  reason: string;
  cents: Cents;
};

/** The entries on the bank that no statement told of, the newest first, 25 a page. */
export function untoldEntries(db: Queryable, page: number) {
  const counted = db.execute<{ count: number }>(sql`select count(*)::int as count from ${untold} e`);
  const count = counted.then(([row]) => row?.count ?? 0);
  return readPage({ page, size: 25 }, count, async (limit, offset): Promise<UntoldEntry[]> => {
    const rows = await db.execute<{
      id: string;
      number: number;
      kind: EntryKind;
      on: CalendarDate;
      reason: string;
      cents: string;
    }>(sql`select id, number, kind, effective_on::text as on, reason, cents from ${untold} e
      order by effective_on desc, id desc limit ${limit} offset ${offset}`);
    return rows.map(({ id, cents: amount, ...row }) => ({
      ...row,
      entryId: BigInt(id),
      cents: cents(BigInt(amount)),
    }));
  });
}
