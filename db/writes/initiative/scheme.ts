import { and, eq, gt, isNull, notInArray, sql } from 'drizzle-orm';
import { type CalendarDate } from '~/domain/calendar';
import { type LegalRegime } from '~/domain/council/appeal';
import { type SchemeTerms } from '~/domain/initiative/scheme';
import { type Transaction } from '../../client';
import { scheme, schemeArea, schemeCap, schemeVersion, supportTier } from '../../schema';

/** A new scheme, without wijken or rules yet. */
export async function insertScheme(
  tx: Transaction,
  row: { id: string; name: string; legalRegime: LegalRegime },
): Promise<void> {
  await tx.insert(scheme).values(row);
}

/**
 * Gives a scheme these wijken and no others. Says whether all of them are its own now: a wijk that another scheme has stays
 * there.
 */
export async function setSchemeAreas(
  tx: Transaction,
  schemeId: string,
  areaIds: readonly string[],
): Promise<boolean> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`scheme:${schemeId}`}, 0))`);
  const own = eq(schemeArea.schemeId, schemeId);
  await tx.delete(schemeArea).where(and(own, notInArray(schemeArea.areaId, [...areaIds])));
  if (areaIds.length === 0) return true;
  await tx
    .insert(schemeArea)
    .values(areaIds.map((areaId) => ({ schemeId, areaId })))
    .onConflictDoNothing();
  return (await tx.$count(schemeArea, own)) === areaIds.length;
}

export interface NewVersion {
  id: string;
  schemeId: string;
  validFrom: CalendarDate;
  publishedOn: CalendarDate;
}

/**
 * Adds a version of a scheme with all its rules: the only way in which rules come to be. Says whether it was added: a scheme
 * has one version that begins on a day.
 */
export async function insertSchemeVersion(
  tx: Transaction,
  version: NewVersion,
  { supportTiers, caps, ...terms }: SchemeTerms,
): Promise<boolean> {
  const { id: schemeVersionId } = version;
  const lists = {
    applicantKinds: [...terms.applicantKinds],
    excluded: [...terms.excluded],
    supportResidence: [...terms.supportResidence],
    submitResidence: [...terms.submitResidence],
    voteResidence: [...terms.voteResidence],
    sitResidence: [...terms.sitResidence],
  };
  const [added] = await tx
    .insert(schemeVersion)
    .values({ ...terms, ...lists, ...version })
    .onConflictDoNothing({
      target: [schemeVersion.schemeId, schemeVersion.validFrom],
      where: isNull(schemeVersion.withdrawnOn),
    })
    .returning({ id: schemeVersion.id });
  if (!added) return false;
  if (supportTiers.length > 0) {
    await tx.insert(supportTier).values(supportTiers.map((tier) => ({ ...tier, schemeVersionId })));
  }
  if (caps.length > 0) {
    await tx
      .insert(schemeCap)
      .values(caps.map((cap, index) => ({ ...cap, schemeVersionId, position: index + 1 })));
  }
  return true;
}

/** Takes a version back before it begins. Says whether it was: not when it began, or was taken back before. */
export async function withdrawSchemeVersion(
  tx: Transaction,
  which: { id: string; schemeId: string },
  today: CalendarDate,
): Promise<boolean> {
  const withdrawn = await tx
    .update(schemeVersion)
    .set({ withdrawnOn: today })
    .where(
      and(
        eq(schemeVersion.id, which.id),
        eq(schemeVersion.schemeId, which.schemeId),
        isNull(schemeVersion.withdrawnOn),
        gt(schemeVersion.validFrom, today),
      ),
    )
    .returning({ id: schemeVersion.id });
  return withdrawn.length > 0;
}
