import { type Cents, zero } from '~/domain/money/cents';
import { type Queryable } from '../../client';
import { type GrantInBooks, grantOf, grantStandings, settlementOf } from './grant';

/** The grant of an initiative with where it stands; undefined when nothing was granted. */
export async function standingGrant(db: Queryable, number: number): Promise<GrantInBooks | undefined> {
  const grant = await grantOf(db, { number });
  const standing = grant && (await grantStandings(db, [grant.initiativeId])).get(grant.initiativeId);
  return grant && standing && { ...grant, standing };
}

/** How far the money of a grant is, in four numbers that everybody may know; cents, `settled` null before the settlement. */
export type GrantProgress = { granted: Cents; paid: Cents; settled: Cents | null; claim: Cents };

type Settlement = Awaited<ReturnType<typeof settlementOf>>;

/** How far the money of this grant is. */
export const progressOf = ({ granted, standing }: GrantInBooks, settlement: Settlement): GrantProgress => ({
  granted: granted ?? zero,
  paid: standing.paid,
  settled: settlement?.settled ?? null,
  claim: standing.claim,
});

/** The same of an initiative; null when nothing was granted. */
export async function grantProgress(db: Queryable, number: number): Promise<GrantProgress | null> {
  const grant = await standingGrant(db, number);
  return grant ? progressOf(grant, await settlementOf(db, grant.initiativeId)) : null;
}
