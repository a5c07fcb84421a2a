import { and, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { type GrantPhase } from '~/domain/ledger/grant';
import { type Turn } from '~/domain/ledger/grant-acts';
import { cents, type Cents } from '~/domain/money/cents';
import { type Paged } from '~/domain/paging';
import { type Queryable } from '../../client';
import { account, area, initiative, pool } from '../../schema';
import { type GrantInBooks, grantsInBooks, isGrant } from './grant';
import { readPage } from '../page';

/** Which grants: those from the pools of a year in these wijken, of one phase where asked. */
export type GrantList = { year: number; areaIds: readonly string[]; phase?: GrantPhase };

/** How many grants have this turn, and what they come to together, in cents. */
export type GrantTotals = Record<'granted' | 'paid' | 'settled' | 'open', Cents> & { count: number };

/** The list of each turn as one: how many grants, and their money. */
export async function grantTotals(db: Queryable, list: GrantList): Promise<Map<Turn, GrantTotals>> {
  const placed = placedGrants(db, list);
  const total = (column: keyof Omit<GrantTotals, 'count'>) =>
    sql<string>`coalesce(sum(${placed[column]}), 0)`;
  const rows = await db
    .select({
      turn: placed.turn,
      count: sql<number>`count(*)::int`,
      granted: total('granted'),
      paid: total('paid'),
      settled: total('settled'),
      open: total('open'),
    })
    .from(placed)
    .where(ofPhase(placed.phase, list))
    .groupBy(placed.turn);
  const amount = (text: string) => cents(BigInt(text));
  return new Map(
    rows.map(({ turn, count, granted, paid, settled, open }) => [
      turn,
      { count, granted: amount(granted), paid: amount(paid), settled: amount(settled), open: amount(open) },
    ]),
  );
}

/** The grants of this turn, the newest initiative first, 25 a page; `count` is how many `grantTotals` found. */
export function grantsOfTurn(
  db: Queryable,
  list: GrantList,
  { turn, count, page }: { turn: Turn; count: number; page: number },
): Promise<Paged<GrantInBooks>> {
  const placed = placedGrants(db, list);
  return readPage({ page, size: 25 }, Promise.resolve(count), async (limit, offset) => {
    const found = await db
      .select({ id: placed.id })
      .from(placed)
      .where(and(eq(placed.turn, turn), ofPhase(placed.phase, list)))
      .orderBy(desc(placed.number))
      .limit(limit)
      .offset(offset);
    return grantsInBooks(
      db,
      found.map(({ id }) => id),
    );
  });
}

const ofPhase = (column: SQL.Aliased<GrantPhase>, { phase }: GrantList) =>
  phase === undefined ? undefined : sql`${column} = ${phase}`;

/** Every grant with its phase, its turn and its money, as `grantStanding`, `turnOf` and `openOf` say; in cents. */
function placedGrants(db: Queryable, { year, areaIds }: GrantList) {
  const books = sql`(
    select a.initiative_id,
      coalesce(-sum(b.cents) filter (where a.kind = 'committed'), 0) as committed,
      coalesce(sum(b.cents) filter (where a.kind = 'advance'), 0) as advance,
      coalesce(-sum(b.cents) filter (where a.kind = 'payable'), 0) as payable,
      coalesce(-sum(b.cents) filter (where a.kind = 'underWay'), 0) as under_way,
      coalesce(sum(b.cents) filter (where a.kind = 'claim'), 0) as claim,
      coalesce(sum(b.cents) filter (where a.kind = 'cost'), 0) as cost
    from balance b join account a on a.id = b.account_id where a.initiative_id is not null group by 1) books`;
  const settled = sql`(select s.settled_cents from settlement s where s.initiative_id = ${initiative.id}
    and not exists (select 1 from journal_entry r where r.reverses_id = s.entry_id))`;
  const stood = db
    .select({
      id: initiative.id,
      number: initiative.number,
      granted: sql<string>`${initiative.grantedCents}`.as('granted'),
      paid: sql<string>`books.advance + books.cost + books.claim - books.payable - books.under_way`.as(
        'paid',
      ),
      settled: sql<string | null>`${settled}`.as('settled'),
      open: sql<string>`books.committed - books.advance + books.payable + books.under_way + books.claim`.as(
        'open',
      ),
      advance: sql<string>`books.advance`.as('advance'),
      payable: sql<string>`books.payable`.as('payable'),
      underWay: sql<string>`books.under_way`.as('under_way'),
      claim: sql<string>`books.claim`.as('claim'),
    })
    .from(account)
    .innerJoin(initiative, eq(initiative.id, account.initiativeId))
    .innerJoin(area, eq(area.id, initiative.areaId))
    .innerJoin(pool, eq(pool.id, account.poolId))
    .innerJoin(books, sql`books.initiative_id = ${initiative.id}`)
    .where(and(isGrant, eq(pool.year, year), inArray(area.id, [...areaIds])))
    .as('stood');
  const phase = sql<GrantPhase>`case
    when ${stood.settled} is null and ${stood.advance} > 0 then 'advanced'
    when ${stood.settled} is null then 'granted'
    when ${stood.claim} > 0 then 'claimed'
    when ${stood.payable} + ${stood.underWay} > 0 then 'settled'
    else 'closed' end`;
  const { id, number, granted, paid, settled: amount, open } = stood;
  return db
    .select({
      ...{ id, number, granted, paid, settled: amount, open },
      phase: phase.as('phase'),
      turn: sql<Turn>`case when ${stood.payable} > 0 then 'payer' when ${stood.underWay} > 0 then 'bank'
        when ${phase} = 'closed' then 'nobody' else 'controller' end`.as('turn'),
    })
    .from(stood)
    .as('placed');
}
