import { isClosed, openAtYearEnd, type PoolOfYear, poolsAtYearEnd } from '#db/reads/yearEnd/figures';
import { type Queryable } from '#db/client';
import { sha256 } from '#db/writes/hash';
import { assertMay } from '~/domain/access/policy';
import { requestFingerprint } from '~/domain/ledger/chain';
import { totalOf } from '~/domain/ledger/posting';
import { planYearEnd, type YearEndPlan } from '~/domain/ledger/year-end';
import { sum } from '~/domain/money/cents';
import { type Context } from '../context.server';

/** A pool with what the end of the year would do with it. */
export type PlannedPool = { pool: PoolOfYear; plan: YearEndPlan };

/**
 * What the end of a year would book, without booking it: per wijk and source what goes on and what goes back, and which
 * reservations go on or end. `hash` names exactly these figures. Refused like 'money.closeYear'. domain.md §5.4.
 */
export async function previewYearEnd({ db, actor }: Context, year: number) {
  assertMay(actor, 'money.closeYear');
  const pools = await planned(db, year);
  const parts = pools.flatMap(({ plan }) => plan.parts);
  return {
    year,
    pools,
    hash: hashOf(pools),
    carried: sum(parts.map((part) => part.carried)),
    returned: sum(parts.map((part) => part.returned)),
    reserved: sum(pools.flatMap(({ plan }) => plan.kept.map(({ shares }) => totalOf(shares)))),
    booked: pools.length === 0,
    closed: await isClosed(db, year),
    ...(await openAtYearEnd(db, year)),
  };
}

/** The pools of a year of which something is left, each with its plan. */
export async function planned(db: Queryable, year: number): Promise<PlannedPool[]> {
  const pools = await poolsAtYearEnd(db, { year });
  const plans = planYearEnd(year, pools);
  return pools
    .flatMap((pool, index) => (plans[index] ? [{ pool, plan: plans[index] }] : []))
    .filter(({ plan }) => plan.parts.length + plan.kept.length + plan.released.length > 0);
}

/** Names the figures of a plan: another figure, another name. */
export function hashOf(pools: readonly PlannedPool[]): string {
  return sha256(
    requestFingerprint(
      pools.map(({ pool, plan }) => ({
        poolId: pool.poolId,
        parts: plan.parts,
        kept: plan.kept.map(({ applicationId, shares }) => ({ applicationId, shares })),
        released: plan.released.map(({ applicationId, shares }) => ({ applicationId, shares })),
      })),
    ),
  );
}
