import { and, eq, inArray, sql } from 'drizzle-orm';
import { type Kolom } from '~/domain/ledger/kolom';
import { cents, type Cents } from '~/domain/money/cents';
import { type Queryable } from '../client';
import { account, area, balance, pool, source } from '../schema';

/** How much of a wijk's budget came from a kolom, in cents. */
export type KolomCell = { slug: string; kolom: Kolom; cents: Cents };

/** The budget of every pool of a year by kolom: what is free, reserved and committed there. */
export async function kolommenPerWijk(db: Queryable, year: number): Promise<KolomCell[]> {
  const rows = await db
    .select({
      slug: area.slug,
      kolom: source.kolom,
      cents: sql<string>`-sum(${balance.cents})`,
    })
    .from(balance)
    .innerJoin(account, eq(account.id, balance.accountId))
    .innerJoin(pool, eq(pool.id, account.poolId))
    .innerJoin(area, eq(area.id, pool.areaId))
    .innerJoin(source, eq(source.id, balance.sourceId))
    .where(and(eq(pool.year, year), inArray(account.kind, ['available', 'reserved', 'committed'])))
    .groupBy(area.slug, source.kolom);
  return rows.map((row) => ({ ...row, cents: cents(BigInt(row.cents)) }));
}
