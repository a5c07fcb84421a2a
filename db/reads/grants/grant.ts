import { and, asc, desc, eq, inArray, isNotNull, isNull, ne, sql } from 'drizzle-orm';
import { type Standing } from '~/domain/ledger/attribution';
import { type GrantStanding, grantStanding } from '~/domain/ledger/grant';
import { type Kolom } from '~/domain/ledger/kolom';
import { grantedStates } from '~/domain/lifecycle/initiative';
import { cents, type Cents } from '~/domain/money/cents';
import { type Queryable } from '../../client';
import {
  account,
  applicant,
  area,
  balance,
  initiative,
  journalEntry,
  payee,
  pool,
  posting,
  schemeVersion,
  settlement,
  source,
} from '../../schema';

const notReversed = sql`not exists (select 1 from journal_entry r where r.reverses_id = ${journalEntry.id})`;

const grantColumns = {
  initiativeId: initiative.id,
  number: initiative.number,
  title: initiative.title,
  state: initiative.state,
  theme: initiative.theme,
  requested: initiative.requestedCents,
  granted: initiative.grantedCents,
  area: { id: area.id, slug: area.slug, name: area.name },
  poolId: pool.id,
  year: pool.year,
  advancePct: schemeVersion.advancePct,
};

function grants(db: Queryable) {
  return db
    .select(grantColumns)
    .from(account)
    .innerJoin(initiative, eq(initiative.id, account.initiativeId))
    .innerJoin(area, eq(area.id, initiative.areaId))
    .innerJoin(pool, eq(pool.id, account.poolId))
    .innerJoin(schemeVersion, eq(schemeVersion.id, initiative.schemeVersionId))
    .$dynamic();
}

/** The account that says an initiative was granted money. */
export const isGrant = and(eq(account.kind, 'committed'), isNotNull(initiative.grantedCents));

/** A grant as it was decided: for which initiative, from which pool, and how much of it may be advanced. Cents. */
export type GrantRecord = Awaited<ReturnType<typeof grants>>[number];

/** The grant of an initiative; undefined when nothing was granted. */
export async function grantOf(
  db: Queryable,
  which: { number: number } | { id: string },
): Promise<GrantRecord | undefined> {
  const one = 'id' in which ? eq(initiative.id, which.id) : eq(initiative.number, which.number);
  const [found] = await grants(db).where(and(isGrant, one));
  return found;
}

export type GrantInBooks = GrantRecord & { standing: GrantStanding };

/** The grants of these initiatives with where each stands, the newest initiative first. */
export async function grantsInBooks(
  db: Queryable,
  initiativeIds: readonly string[],
): Promise<GrantInBooks[]> {
  if (initiativeIds.length === 0) return [];
  const rows = await grants(db)
    .where(and(isGrant, inArray(initiative.id, [...initiativeIds])))
    .orderBy(desc(initiative.number));
  const standings = await grantStandings(db, initiativeIds);
  return rows.flatMap((row) => {
    const standing = standings.get(row.initiativeId);
    return standing ? [{ ...row, standing }] : [];
  });
}

/** Where each of these grants stands, by initiative. */
export async function grantStandings(
  db: Queryable,
  initiativeIds: readonly string[],
): Promise<Map<string, GrantStanding>> {
  if (initiativeIds.length === 0) return new Map();
  const [balances, settled] = await Promise.all([
    db
      .select({ initiativeId: account.initiativeId, kind: account.kind, cents: balance.cents })
      .from(balance)
      .innerJoin(account, eq(account.id, balance.accountId))
      .where(inArray(account.initiativeId, [...initiativeIds])),
    db
      .select({ initiativeId: settlement.initiativeId })
      .from(settlement)
      .innerJoin(journalEntry, eq(journalEntry.id, settlement.entryId))
      .where(and(inArray(settlement.initiativeId, [...initiativeIds]), notReversed)),
  ]);
  const done = new Set(settled.map((row) => row.initiativeId));
  return new Map(
    initiativeIds.map((id) => [
      id,
      grantStanding(
        balances.filter((row) => row.initiativeId === id),
        done.has(id),
      ),
    ]),
  );
}

/** What was settled of each of these grants that are, in cents, by initiative. */
export async function settledAmounts(
  db: Queryable,
  initiativeIds: readonly string[],
): Promise<Map<string, Cents>> {
  if (initiativeIds.length === 0) return new Map();
  const rows = await db
    .select({ initiativeId: settlement.initiativeId, cents: settlement.settledCents })
    .from(settlement)
    .innerJoin(journalEntry, eq(journalEntry.id, settlement.entryId))
    .where(and(inArray(settlement.initiativeId, [...initiativeIds]), notReversed));
  return new Map(rows.map((row) => [row.initiativeId, row.cents]));
}

/** How a grant was settled, when it is; a settlement that was taken back does not count. */
export async function settlementOf(db: Queryable, initiativeId: string) {
  const [found] = await db
    .select({
      entryId: settlement.entryId,
      cost: settlement.costCents,
      otherIncome: settlement.otherIncomeCents,
      settled: settlement.settledCents,
      ground: settlement.ground,
      explanation: settlement.explanation,
      settledOn: settlement.settledOn,
    })
    .from(settlement)
    .innerJoin(journalEntry, eq(journalEntry.id, settlement.entryId))
    .where(and(eq(settlement.initiativeId, initiativeId), notReversed));
  return found;
}

/** A grant's sub-accounts that are not empty, by kind and source; cents, debit positive. */
export function subAccountsOf(db: Queryable, initiativeId: string) {
  return db
    .select({
      kind: account.kind,
      detail: account.detail,
      sourceId: source.id,
      source: source.name,
      kolom: source.kolom,
      cents: balance.cents,
    })
    .from(balance)
    .innerJoin(account, eq(account.id, balance.accountId))
    .innerJoin(source, eq(source.id, balance.sourceId))
    .where(and(eq(account.initiativeId, initiativeId), ne(balance.cents, sql`0`)))
    .orderBy(asc(account.code), asc(source.position));
}

/**
 * What was asked back for each source of a grant, in cents, and how much of that is settled already: paid back or
 * written off. Read it under the lock of the journal.
 */
export async function claimsOf(db: Queryable, initiativeId: string): Promise<Standing[]> {
  const rows = await db
    .select({
      sourceId: posting.sourceId,
      weight: sql<string>`coalesce(sum(${posting.cents}) filter (where ${journalEntry.kind} = 'settlement' and ${notReversed}), 0)`,
      open: sql<string>`sum(${posting.cents})`,
    })
    .from(posting)
    .innerJoin(journalEntry, eq(journalEntry.id, posting.entryId))
    .innerJoin(account, eq(account.id, posting.accountId))
    .innerJoin(source, eq(source.id, posting.sourceId))
    .where(and(eq(account.initiativeId, initiativeId), eq(account.kind, 'claim')))
    .groupBy(posting.sourceId, source.position)
    .orderBy(asc(source.position));
  return rows.map(({ sourceId, weight, open }) => ({
    sourceId,
    weight: cents(BigInt(weight)),
    attributed: cents(BigInt(weight) - BigInt(open)),
  }));
}

/** What the money of an initiative is for: its theme, its target group and its wijk. */
export async function purposeOf(db: Queryable, initiativeId: string) {
  const { theme, targetGroup, areaId } = initiative;
  const [found] = await db
    .select({ theme, targetGroup, areaId })
    .from(initiative)
    .where(eq(initiative.id, initiativeId));
  if (!found) throw new Error(`no initiative ${initiativeId}`);
  return found;
}

/** The kolom of every source. */
export async function kolomPerSource(db: Queryable): Promise<Map<string, Kolom>> {
  const rows = await db.select({ id: source.id, kolom: source.kolom }).from(source);
  return new Map(rows.map(({ id, kolom }) => [id, kolom]));
}

/** The last ten initiatives of a person that were granted money and say no account to pay it to, newest first. */
export async function grantsWithoutPayee(db: Queryable, personId: string) {
  return db
    .select({ number: initiative.number, title: initiative.title })
    .from(initiative)
    .innerJoin(applicant, eq(applicant.initiativeId, initiative.id))
    .leftJoin(payee, eq(payee.initiativeId, initiative.id))
    .where(and(eq(applicant.personId, personId), inArray(initiative.state, grantedStates), isNull(payee.id)))
    .orderBy(desc(initiative.number))
    .limit(10);
}

/** What waits for payment on a grant, in cents. */
export async function payableOf(db: Queryable, initiativeId: string): Promise<Cents> {
  const [found] = await db
    .select({ cents: sql<string>`coalesce(-sum(${balance.cents}), 0)` })
    .from(balance)
    .innerJoin(account, eq(account.id, balance.accountId))
    .where(and(eq(account.initiativeId, initiativeId), eq(account.kind, 'payable')));
  return cents(BigInt(found?.cents ?? 0));
}
